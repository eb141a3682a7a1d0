package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.ChainCheck.Known;
import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.ModuleTree;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.syntax.Target;
import dev.cadwright.cad.python.value.ModuleValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is wrong with a program without running it: modules that are not there, and unknown names, methods and
 * keywords on objects whose class is evident, such as a chain that begins with {@code cq.Workplane}.
 */
final class ProgramCheck {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Known> names = new HashMap<>();
    /** Names of what was imported and is not executed, each with what to say of its first use. */
    private final Map<String, String> absent = new HashMap<>();
    /** Names that stand for different things at different times, or in a function for what it is given. */
    private final Set<String> doubtful = new HashSet<>();

    private ProgramCheck() {}

    static List<Diagnostic> of(ModuleTree tree) {
        ProgramCheck check = new ProgramCheck();
        Set<String> local = new HashSet<>();
        LocalNames.collect(tree.body(), local);
        check.doubtful.addAll(local);
        check.statements(tree.body(), true);
        check.diagnostics.sort(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column));
        return List.copyOf(check.diagnostics);
    }

    private void statements(List<Statement> body, boolean certain) {
        body.forEach(statement -> statement(statement, certain));
    }

    /** @param certain whether the statement is executed once, in its turn */
    private void statement(Statement statement, boolean certain) {
        for (Expression expression : Children.of(statement)) {
            expression(expression);
        }
        switch (statement) {
            case Statement.Import imports -> imports.modules().forEach(this::imported);
            case Statement.ImportFrom from -> importedFrom(from);
            case Statement.Assign assign -> assigned(assign, certain);
            case Statement.For loop -> forget(loop.target());
            default -> {}
        }
        for (List<Statement> block : Children.blocks(statement)) {
            statements(block, false);
        }
    }

    private void imported(Statement.Imported imported) {
        String name = imported.name();
        ModuleValue module = Modules.HOST.modules().get(name);
        if (module == null) {
            missing(name, imported.alias().orElse(name.split("\\.", 2)[0]), imported.span());
            return;
        }
        int dot = name.indexOf('.');
        if (imported.alias().isPresent() || dot < 0) {
            names.put(imported.alias().orElse(name), new Known.Module(module));
        } else {
            String first = name.substring(0, dot);
            names.put(first, new Known.Module(Modules.HOST.modules().get(first)));
        }
    }

    /** A module that comes with Python is wrong where it is used, any other where it is imported. */
    private void missing(String module, String name, SourceSpan span) {
        if (dev.cadwright.cad.python.library.Modules.ALL.containsKey(module)) {
            return;
        }
        boolean known = dev.cadwright.cad.python.library.Modules.isAbsent(module) || module.startsWith("cadquery.");
        if (known && !name.equals("*")) {
            absent.put(name, notThere(module));
        } else {
            unsupported(notThere(module), span);
        }
    }

    private static String notThere(String module) {
        return "the module \"" + module + "\" is not there";
    }

    private void unsupported(String message, SourceSpan span) {
        diagnostics.add(Diagnostic.at(span, "unsupported.import", message, ""));
    }

    private void importedFrom(Statement.ImportFrom from) {
        ModuleValue module = Modules.HOST.modules().get(from.module());
        if (module == null) {
            from.names()
                    .forEach(imported -> missing(from.module(), imported.alias().orElse(imported.name()), from.span()));
            return;
        }
        for (Statement.Imported imported : from.names()) {
            if (imported.name().equals("*")) {
                module.attributes().forEach((name, value) -> names.put(name, Known.of(value)));
            } else if (module.unsupported().containsKey(imported.name())) {
                absent.put(
                        imported.alias().orElse(imported.name()),
                        "\"" + module.name() + "." + imported.name() + "\" is not supported");
            } else {
                Known known = new ChainCheck(diagnostics)
                        .attribute(new Known.Module(module), imported.name(), imported.span());
                names.put(imported.alias().orElse(imported.name()), known);
            }
        }
    }

    private void assigned(Statement.Assign assign, boolean certain) {
        Known value = known(assign.value());
        for (Target target : assign.targets()) {
            if (!(target instanceof Target.Name(String name, var span))) {
                forget(target);
                continue;
            }
            boolean same = names.containsKey(name) && names.get(name).equals(value);
            if (!certain && !same) {
                doubtful.add(name);
            }
            names.put(name, value);
            absent.remove(name);
        }
    }

    private void forget(Target target) {
        switch (target) {
            case Target.Name(String name, var span) -> names.put(name, Known.NOTHING);
            case Target.Unpacking(List<Target> items, int starred, var span) -> items.forEach(this::forget);
            case Target.Attribute attribute -> {}
            case Target.Index index -> {}
        }
    }

    /** What an expression certainly is; its chains are checked elsewhere. */
    private Known known(Expression expression) {
        return expression instanceof Expression.Chain chain
                ? new ChainCheck(new ArrayList<>()).walk(start(chain), chain.trailers())
                : expression instanceof Expression.Name(String name, var span) ? named(name) : Known.NOTHING;
    }

    private Known start(Expression.Chain chain) {
        return chain.start() instanceof Expression.Name(String name, var span) ? named(name) : Known.NOTHING;
    }

    private Known named(String name) {
        return doubtful.contains(name) ? Known.NOTHING : names.getOrDefault(name, Known.NOTHING);
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Name(String name, var span) && absent.containsKey(name)) {
            unsupported(absent.remove(name), span);
        }
        if (expression instanceof Expression.Chain chain) {
            new ChainCheck(diagnostics).walk(start(chain), chain.trailers());
        }
        Children.of(expression).forEach(this::expression);
    }
}
