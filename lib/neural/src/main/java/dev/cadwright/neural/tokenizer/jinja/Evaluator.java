package dev.cadwright.neural.tokenizer.jinja;

import dev.cadwright.neural.tokenizer.jinja.Expression.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of expressions. */
final class Evaluator {
    private final Budget budget;
    private final Printer printer;
    private final Operators operators;
    private final Filters filters;
    private final Tests tests;
    private final Methods methods;

    Evaluator(Budget budget) {
        this.budget = budget;
        this.printer = new Printer(budget);
        this.operators = new Operators(budget, printer);
        this.tests = new Tests(budget);
        this.methods = new Methods(budget);
        this.filters = new Filters(budget, printer, tests, this);
    }

    Printer printer() {
        return printer;
    }

    Object value(Expression expression, Scope scope) {
        budget.step();
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Name name -> scope.get(name.name());
            case Expression.ListOf list -> list(list, scope);
            case Expression.DictOf dict -> dict(dict, scope);
            case Expression.Attribute attribute -> attribute(value(attribute.of(), scope), attribute.name());
            case Expression.Subscript subscript -> item(value(subscript.of(), scope), value(subscript.index(), scope));
            case Expression.Slice slice -> slice(slice, scope);
            case Expression.Call call -> call(call, scope);
            case Expression.Filter filter -> filter(filter, value(filter.of(), scope), scope);
            case Expression.Test test -> {
                Given given = given(test.name(), test.arguments(), scope);
                yield tests.holds(test.name(), value(test.of(), scope), given) != test.negated();
            }
            case Expression.Unary unary -> operators.unary(unary.operator(), value(unary.of(), scope));
            case Expression.Binary binary ->
                operators.binary(binary.operator(), value(binary.left(), scope), value(binary.right(), scope));
            case Expression.Logic logic -> {
                Object left = value(logic.left(), scope);
                yield Values.truth(left) == logic.and() ? value(logic.right(), scope) : left;
            }
            case Expression.Compare compare -> compare(compare, scope);
            case Expression.Conditional conditional -> {
                if (Values.truth(value(conditional.condition(), scope))) {
                    yield value(conditional.then(), scope);
                }
                yield conditional.otherwise() == null
                        ? new Undefined("the value of an if without else")
                        : value(conditional.otherwise(), scope);
            }
        };
    }

    /** A filter, or a chain of them whose innermost has no value of its own, on a value. */
    Object filter(Expression filter, Object value, Scope scope) {
        Expression.Filter named = (Expression.Filter) filter;
        boolean innermost = named.of() == null || !(named.of() instanceof Expression.Filter inner && hangs(inner));
        Object of = innermost ? value : filter(named.of(), value, scope);
        return filters.apply(named.name(), of, given(named.name(), named.arguments(), scope));
    }

    Given given(String function, Arguments arguments, Scope scope) {
        List<Object> positional = new ArrayList<>();
        arguments.positional().forEach(argument -> positional.add(value(argument, scope)));
        Map<String, Object> named = new LinkedHashMap<>();
        arguments.named().forEach((name, argument) -> named.put(name, value(argument, scope)));
        return new Given(function, positional, named);
    }

    /** {@code value.name}: a method or attribute first, then an item. */
    Object attribute(Object of, String name) {
        if (of instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (of instanceof Members members) {
            return members.get(name);
        }
        return methods.find(of, name).map(method -> (Object) method).orElseGet(() -> {
            if (of instanceof Map<?, ?> map && map.containsKey(name)) {
                return map.get(name);
            }
            return new Undefined(Values.type(of) + " has no attribute '" + name + "', so that it");
        });
    }

    /** {@code value[index]}: an item first, then, by a text, a method or attribute. */
    Object item(Object of, Object index) {
        return switch (of) {
            case Undefined undefined -> throw undefined.error();
            case Map<?, ?> map when map.containsKey(Values.key(index)) -> map.get(Values.key(index));
            case List<?> list
            when Values.isNumber(index) && !(index instanceof Double) -> {
                long at = Values.whole(index) + (Values.whole(index) < 0 ? list.size() : 0);
                yield at >= 0 && at < list.size() ? list.get((int) at) : new Undefined("the item " + index);
            }
            case String text
            when Values.isNumber(index) && !(index instanceof Double) -> {
                budget.text(text.length());
                long length = Values.length(text);
                long at = Values.whole(index) + (Values.whole(index) < 0 ? length : 0);
                yield at >= 0 && at < length
                        ? CodePoints.substring(text, (int) at, (int) at + 1)
                        : new Undefined("the character " + index);
            }
            case null, default ->
                index instanceof String name ? attribute(of, name) : new Undefined("the item " + index);
        };
    }

    private static boolean hangs(Expression.Filter filter) {
        return filter.of() == null || (filter.of() instanceof Expression.Filter inner && hangs(inner));
    }

    private Object list(Expression.ListOf list, Scope scope) {
        List<Object> items = new ArrayList<>();
        list.items().forEach(item -> items.add(value(item, scope)));
        return list.tuple() ? new Tuple(items) : items;
    }

    private Object dict(Expression.DictOf dict, Scope scope) {
        Map<Object, Object> map = new LinkedHashMap<>();
        dict.items()
                .forEach(entry -> map.put(Values.key(value(entry.getKey(), scope)), value(entry.getValue(), scope)));
        return map;
    }

    private Object slice(Expression.Slice slice, Scope scope) {
        Object of = value(slice.of(), scope);
        Object start = slice.start() == null ? null : value(slice.start(), scope);
        Object stop = slice.stop() == null ? null : value(slice.stop(), scope);
        Object step = slice.step() == null ? null : value(slice.step(), scope);
        return operators.slice(of, start, stop, step);
    }

    private Object call(Expression.Call call, Scope scope) {
        Object function = value(call.function(), scope);
        Given given = given("a function", call.arguments(), scope);
        if (function instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!(function instanceof Callable callable)) {
            throw TemplateException.runtime(Values.type(function) + " cannot be called");
        }
        return callable.call(given.positional(), given.named());
    }

    private Object compare(Expression.Compare compare, Scope scope) {
        Object left = value(compare.first(), scope);
        for (int i = 0; i < compare.operators().size(); i++) {
            Object right = value(compare.others().get(i), scope);
            if (!operators.compare(compare.operators().get(i), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }
}
