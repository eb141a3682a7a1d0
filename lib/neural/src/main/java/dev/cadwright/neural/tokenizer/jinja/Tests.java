package dev.cadwright.neural.tokenizer.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What {@code is} asks. */
final class Tests {
    private static final Set<String> WITH_ARGUMENT = Set.of(
            "divisibleby", "eq", "equalto", "ne", "lt", "lessthan", "le", "gt", "greaterthan", "ge", "in", "sameas");
    private static final Set<String> ALONE = Set.of(
            "defined",
            "undefined",
            "none",
            "string",
            "mapping",
            "iterable",
            "sequence",
            "number",
            "integer",
            "float",
            "boolean",
            "true",
            "false",
            "callable",
            "odd",
            "even",
            "lower",
            "upper",
            "escaped");

    private final Budget budget;

    Tests(Budget budget) {
        this.budget = budget;
    }

    static void require(String name, int line) {
        if (!ALONE.contains(name) && !WITH_ARGUMENT.contains(name)) {
            throw TemplateException.syntax(line, "there is no test \"" + name + "\"");
        }
    }

    static boolean takesArgument(String name) {
        return WITH_ARGUMENT.contains(name);
    }

    boolean holds(String name, Object value, Given given) {
        return switch (name) {
            case "defined" -> !(value instanceof Undefined);
            case "undefined" -> value instanceof Undefined;
            case "none" -> value == null;
            case "string" -> value instanceof String;
            case "mapping" -> value instanceof Map;
            case "iterable", "sequence" ->
                value instanceof List || value instanceof Map || value instanceof String || value instanceof Undefined;
            case "number" -> Values.isNumber(value);
            case "integer" -> value instanceof Long;
            case "float" -> value instanceof Double;
            case "boolean" -> value instanceof Boolean;
            case "true" -> Boolean.TRUE.equals(value);
            case "false" -> Boolean.FALSE.equals(value);
            case "callable" -> value instanceof Callable;
            case "escaped" -> false;
            case "odd" -> Math.floorMod(Values.whole(value), 2) == 1;
            case "even" -> Math.floorMod(Values.whole(value), 2) == 0;
            case "lower" ->
                cased(value) && Values.text(value).equals(Values.text(value).toLowerCase(Locale.ROOT));
            case "upper" ->
                cased(value) && Values.text(value).equals(Values.text(value).toUpperCase(Locale.ROOT));
            default -> against(name, value, given.need(0, "a value"));
        };
    }

    private boolean against(String name, Object value, Object other) {
        return switch (name) {
            case "divisibleby" -> Values.whole(other) != 0 && Values.whole(value) % Values.whole(other) == 0;
            case "eq", "equalto" -> Values.equal(value, other, budget);
            case "ne" -> !Values.equal(value, other, budget);
            case "lt", "lessthan" -> Values.compare(value, other, budget) < 0;
            case "le" -> Values.compare(value, other, budget) <= 0;
            case "gt", "greaterthan" -> Values.compare(value, other, budget) > 0;
            case "ge" -> Values.compare(value, other, budget) >= 0;
            case "in" -> Values.contains(other, value, budget);
            default -> value == other || (value instanceof Boolean && value.equals(other));
        };
    }

    private static boolean cased(Object value) {
        return Values.text(value).codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }
}
