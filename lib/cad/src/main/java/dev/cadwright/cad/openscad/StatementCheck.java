package dev.cadwright.cad.openscad;

import dev.cadwright.cad.openscad.Statement.Branch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up the names of statements. */
final class StatementCheck {
    private static final Set<String> BINDING = Set.of("for", "intersection_for", "let", "assign");

    private final Findings findings;
    private final ExpressionCheck expressions;

    StatementCheck(Findings findings) {
        this.findings = findings;
        this.expressions = new ExpressionCheck(findings);
    }

    /** @param scope holds what the statements define */
    void check(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Include include -> {}
                case Statement.Use use -> {}
                case Statement.Assignment assignment -> expressions.check(assignment.value(), scope);
                case Statement.FunctionDefinition function ->
                    expressions.callable(function.parameters(), function.body(), scope);
                case Statement.ModuleDefinition module -> {
                    expressions.defaults(module.parameters(), scope);
                    check(module.body(), scope.inner(module.parameters()).define(module.body()));
                }
                case Statement.Instantiation instantiation -> instantiation(instantiation, scope);
                case Statement.Choice choice -> choice(choice, scope);
                case Statement.Block block -> check(block.statements(), scope);
            }
        }
    }

    private void instantiation(Statement.Instantiation instantiation, Scope scope) {
        String name = instantiation.name();
        findings.use(name);
        Scope inner;
        if (BINDING.contains(name) && scope.module(name).isEmpty()) {
            inner = expressions.bound(instantiation.arguments(), scope).inner();
        } else {
            expressions.values(instantiation.arguments(), scope);
            module(instantiation, scope);
            inner = scope.inner();
        }
        check(instantiation.children(), inner.define(instantiation.children()));
    }

    private void module(Statement.Instantiation instantiation, Scope scope) {
        String name = instantiation.name();
        Optional<List<Parameter>> module = scope.module(name);
        if (module.isPresent()) {
            List<String> parameters = module.get().stream().map(Parameter::name).toList();
            expressions.arguments(name, parameters, instantiation.arguments(), instantiation.span());
        } else if (!Builtins.MODULES.containsKey(name)) {
            findings.unknown("module", name, instantiation.span(), scope.modules());
        } else if (!Builtins.takesAnyName(name)) {
            Set<String> parameters = Builtins.MODULES.get(name);
            instantiation.arguments().forEach(argument -> argument.name()
                    .filter(given -> !given.startsWith("$") && !parameters.contains(given))
                    .ifPresent(given -> findings.argument(name, given, argument.span(), parameters)));
        }
    }

    private void choice(Statement.Choice choice, Scope scope) {
        for (Branch branch : choice.branches()) {
            expressions.check(branch.condition(), scope);
            check(branch.body(), scope.inner().define(branch.body()));
        }
        choice.otherwise().ifPresent(body -> check(body, scope.inner().define(body)));
    }
}
