package dev.cadwright.neural.tokenizer.jinja;

import dev.cadwright.neural.tokenizer.jinja.Statement.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the text of statements. */
final class Renderer {
    /** How a list of statements ended. */
    private enum End {
        NORMAL,
        BREAK,
        CONTINUE
    }

    /** What a turn of a loop costs beside its body, its state above all. */
    private static final int ITEMS_OF_A_TURN = 64;

    private final Budget budget;
    private final Evaluator evaluator;
    private final List<Template.Span> generations = new ArrayList<>();
    private final StringBuilder whole = new StringBuilder();
    private StringBuilder out = whole;

    Renderer(Budget budget) {
        this.budget = budget;
        this.evaluator = new Evaluator(budget);
    }

    Template.Rendering render(List<Statement> statements, Scope scope) {
        run(statements, scope);
        return new Template.Rendering(whole.toString(), generations);
    }

    private End run(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            End end = run(statement, scope);
            if (end != End.NORMAL) {
                return end;
            }
        }
        return End.NORMAL;
    }

    private End run(Statement statement, Scope scope) {
        budget.step();
        return switch (statement) {
            case Statement.Data data -> write(data.text());
            case Statement.Output output -> write(evaluator.printer().text(evaluator.value(output.value(), scope)));
            case Statement.For loop -> loop(loop, scope);
            case Statement.If condition -> condition(condition, scope);
            case Statement.Assign assign -> assign(assign.target(), evaluator.value(assign.value(), scope), scope);
            case Statement.AssignBlock block -> {
                Object text = captured(block.body(), new Scope(scope));
                Object value = block.filter() == null ? text : evaluator.filter(block.filter(), text, scope);
                yield assign(block.target(), value, scope);
            }
            case Statement.Macro macro -> {
                scope.set(macro.name(), callable(macro, scope));
                yield End.NORMAL;
            }
            case Statement.CallBlock block -> call(block, scope);
            case Statement.FilterBlock block -> {
                String text = captured(block.body(), new Scope(scope));
                yield write(evaluator.printer().text(evaluator.filter(block.filter(), text, scope)));
            }
            case Statement.With with -> {
                Scope inner = new Scope(scope);
                with.assignments().forEach(one -> assign(one.target(), evaluator.value(one.value(), scope), inner));
                yield run(with.body(), inner);
            }
            case Statement.Generation generation -> generation(generation, scope);
            case Statement.Break end -> End.BREAK;
            case Statement.Continue end -> End.CONTINUE;
        };
    }

    private End write(String text) {
        budget.text(text.length());
        budget.grown((long) out.length() + text.length());
        out.append(text);
        return End.NORMAL;
    }

    private String captured(List<Statement> body, Scope scope) {
        StringBuilder outside = out;
        out = new StringBuilder();
        try {
            run(body, scope);
            return out.toString();
        } finally {
            out = outside;
        }
    }

    private End generation(Statement.Generation generation, Scope scope) {
        int begin = out.length();
        End end = run(generation.body(), new Scope(scope));
        if (out == whole) {
            generations.add(new Template.Span(begin, out.length()));
        }
        return end;
    }

    private End condition(Statement.If condition, Scope scope) {
        for (Statement.Branch branch : condition.branches()) {
            if (Values.truth(evaluator.value(branch.condition(), scope))) {
                return run(branch.body(), scope);
            }
        }
        return run(condition.otherwise(), scope);
    }

    private End loop(Statement.For loop, Scope scope) {
        List<Object> items = chosen(loop, Values.items(evaluator.value(loop.in(), scope), budget), scope);
        if (items.isEmpty()) {
            return run(loop.otherwise(), scope);
        }
        Object[] changed = {this};
        for (int i = 0; i < items.size(); i++) {
            budget.items(ITEMS_OF_A_TURN);
            Scope turn = new Scope(scope);
            turn.set("loop", state(items, i, changed));
            assign(loop.target(), items.get(i), turn);
            if (run(loop.body(), turn) == End.BREAK) {
                break;
            }
        }
        return End.NORMAL;
    }

    private List<Object> chosen(Statement.For loop, List<Object> items, Scope scope) {
        if (loop.filter() == null) {
            return items;
        }
        List<Object> chosen = new ArrayList<>();
        for (Object item : items) {
            Scope turn = new Scope(scope);
            assign(loop.target(), item, turn);
            if (Values.truth(evaluator.value(loop.filter(), turn))) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    private Members state(List<Object> items, int at, Object[] changed) {
        long size = items.size();
        return new Members(false)
                .put("index", at + 1L)
                .put("index0", (long) at)
                .put("revindex", size - at)
                .put("revindex0", size - at - 1)
                .put("first", at == 0)
                .put("last", at == size - 1)
                .put("length", size)
                .put("depth", 1L)
                .put("depth0", 0L)
                .put("previtem", at > 0 ? items.get(at - 1) : new Undefined("there is no previous item: it"))
                .put("nextitem", at + 1 < size ? items.get(at + 1) : new Undefined("there is no next item: it"))
                .put("cycle", (Callable) (values, named) ->
                        values.isEmpty() ? new Undefined("an empty cycle") : values.get(at % values.size()))
                .put("changed", (Callable) (values, named) -> {
                    boolean same = changed[0] instanceof List<?> before && Values.equal(before, values, budget);
                    changed[0] = values;
                    return !same;
                });
    }

    private End assign(Target target, Object value, Scope scope) {
        switch (target) {
            case Target.Variable variable -> scope.set(variable.name(), value);
            case Target.Member member -> {
                if (!(scope.get(member.namespace()) instanceof Members members)) {
                    throw TemplateException.runtime(
                            "an attribute of '" + member.namespace() + "' is assigned, which is no namespace");
                }
                members.assign(member.name(), value);
            }
            case Target.Several several -> {
                List<Object> values = Values.items(value, budget);
                if (value instanceof Undefined
                        || values.size() != several.targets().size()) {
                    throw TemplateException.runtime(
                            values.size() + " values for " + several.targets().size() + " names");
                }
                for (int i = 0; i < values.size(); i++) {
                    assign(several.targets().get(i), values.get(i), scope);
                }
            }
        }
        return End.NORMAL;
    }

    private End call(Statement.CallBlock block, Scope scope) {
        Object function = evaluator.value(block.call().function(), scope);
        if (!(function instanceof Callable callable)) {
            throw TemplateException.runtime(Values.type(function) + " cannot be called");
        }
        Given given = evaluator.given("a macro", block.call().arguments(), scope);
        given.named().put("caller", callable(block.caller(), scope));
        return write(evaluator.printer().text(callable.call(given.positional(), given.named())));
    }

    private Callable callable(Statement.Macro macro, Scope scope) {
        return (positional, named) -> {
            budget.enter();
            Scope inner = new Scope(scope);
            bind(macro, positional, named, inner);
            String text = captured(macro.body(), inner);
            budget.leave();
            return text;
        };
    }

    private void bind(Statement.Macro macro, List<Object> positional, Map<String, Object> named, Scope inner) {
        List<Statement.Parameter> parameters = macro.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Statement.Parameter parameter = parameters.get(i);
            Object value;
            if (i < positional.size()) {
                value = positional.get(i);
            } else if (named.containsKey(parameter.name())) {
                value = named.get(parameter.name());
            } else if (parameter.byDefault() != null) {
                value = evaluator.value(parameter.byDefault(), inner);
            } else {
                value = new Undefined("the parameter '" + parameter.name() + "'");
            }
            inner.set(parameter.name(), value);
        }
        if (named.containsKey("caller")) {
            inner.set("caller", named.get("caller"));
        }
        if (positional.size() > parameters.size()) {
            throw TemplateException.runtime(
                    "the macro '" + macro.name() + "' takes no more than " + parameters.size() + " arguments");
        }
    }
}
