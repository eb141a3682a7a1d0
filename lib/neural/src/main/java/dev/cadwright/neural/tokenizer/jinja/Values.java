package dev.cadwright.neural.tokenizer.jinja;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The values of a template and what Python says of them: null, {@link Boolean}, {@link Long}, {@link Double},
 * {@link String}, {@link List} ({@link Tuple}), {@link Map}, {@link Members}, {@link Callable}, {@link Undefined}.
 */
final class Values {
    private static final int DEEPEST = 64;

    private Values() {}

    /** Plain data from outside, copied; anything else is refused. */
    static Object plain(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the data of a template is nested too deeply");
        }
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case Double number -> number;
            case Float number -> number.doubleValue();
            case BigDecimal number -> number.doubleValue();
            case Number number -> number.longValue();
            case Map<?, ?> map -> {
                Map<Object, Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((key, item) -> copy.put(plain(key, depth + 1), plain(item, depth + 1)));
                yield copy;
            }
            case Iterable<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(plain(item, depth + 1)));
                yield copy;
            }
            default ->
                throw new IllegalArgumentException(
                        value.getClass().getSimpleName() + " is no plain data for a template");
        };
    }

    static boolean truth(Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case Double number -> number != 0;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Undefined undefined -> false;
            default -> true;
        };
    }

    static boolean equal(Object first, Object second, Budget budget) {
        budget.step();
        if (isNumber(first) && isNumber(second)) {
            return compareNumbers(first, second) == 0;
        }
        if (first instanceof String text && second instanceof String other) {
            budget.text(Math.min(text.length(), other.length()));
            return text.equals(other);
        }
        if (first instanceof List<?> list && second instanceof List<?> other) {
            return (list instanceof Tuple) == (other instanceof Tuple) && sameItems(list, other, budget);
        }
        if (first instanceof Map<?, ?> map && second instanceof Map<?, ?> other) {
            return sameEntries(map, other, budget);
        }
        return first instanceof Undefined ? second instanceof Undefined : first == second;
    }

    private static boolean sameItems(List<?> list, List<?> other, Budget budget) {
        if (list.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        for (Object item : list) {
            if (!equal(item, others.next(), budget)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Map<?, ?> map, Map<?, ?> other, Budget budget) {
        if (map.size() != other.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!other.containsKey(entry.getKey()) || !equal(entry.getValue(), other.get(entry.getKey()), budget)) {
                return false;
            }
        }
        return true;
    }

    /** Less than, as Python orders numbers, texts and lists. */
    static int compare(Object first, Object second, Budget budget) {
        budget.step();
        if (isNumber(first) && isNumber(second)) {
            return compareNumbers(first, second);
        }
        if (first instanceof String text && second instanceof String other) {
            budget.text(Math.min(text.length(), other.length()));
            return CodePoints.compare(text, other);
        }
        if (first instanceof List<?> list && second instanceof List<?> other) {
            for (int i = 0; i < Math.min(list.size(), other.size()); i++) {
                if (!equal(list.get(i), other.get(i), budget)) {
                    return compare(list.get(i), other.get(i), budget);
                }
            }
            return Integer.compare(list.size(), other.size());
        }
        throw TemplateException.runtime(type(first) + " and " + type(second) + " have no order");
    }

    static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof Boolean;
    }

    private static int compareNumbers(Object first, Object second) {
        return first instanceof Double || second instanceof Double
                ? Double.compare(real(first) + 0.0, real(second) + 0.0)
                : Long.compare(whole(first), whole(second));
    }

    static double real(Object value) {
        return switch (value) {
            case Double number -> number;
            case Long number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case Undefined undefined -> throw undefined.error();
            case null, default -> throw TemplateException.runtime(type(value) + " is not a number");
        };
    }

    static long whole(Object value) {
        return switch (value) {
            case Long number -> number;
            case Boolean truth -> truth ? 1 : 0;
            case Undefined undefined -> throw undefined.error();
            case null, default -> throw TemplateException.runtime(type(value) + " is not a whole number");
        };
    }

    static int small(Object value) {
        return (int) Math.clamp(whole(value), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Undefined undefined -> throw undefined.error();
            case null, default -> throw TemplateException.runtime(type(value) + " is not a text");
        };
    }

    /** What a loop runs over: a list's items, a map's keys, a text's characters. */
    static List<Object> items(Object value, Budget budget) {
        return switch (value) {
            case List<?> list -> {
                budget.items(list.size());
                @SuppressWarnings("unchecked")
                List<Object> items = (List<Object>) list;
                yield items;
            }
            case Map<?, ?> map -> {
                budget.items(map.size());
                yield new ArrayList<>(map.keySet());
            }
            case String text -> {
                budget.items(text.length());
                List<Object> characters = new ArrayList<>();
                text.codePoints().forEach(c -> characters.add(Character.toString(c)));
                yield characters;
            }
            case Undefined undefined -> List.of();
            case null, default -> throw TemplateException.runtime(type(value) + " cannot be iterated");
        };
    }

    static boolean contains(Object container, Object item, Budget budget) {
        return switch (container) {
            case String text -> {
                budget.text(text.length());
                yield text.contains(text(item));
            }
            case Map<?, ?> map -> map.containsKey(key(item));
            case List<?> list -> list.stream().anyMatch(other -> equal(item, other, budget));
            case Undefined undefined -> false;
            case null, default -> throw TemplateException.runtime(type(container) + " contains nothing");
        };
    }

    /** A key as maps keep it. */
    static Object key(Object value) {
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            throw TemplateException.runtime(type(value) + " cannot be a key");
        }
        return value instanceof Double number && number == Math.rint(number) ? (Object) number.longValue() : value;
    }

    static long length(Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case Undefined undefined -> 0;
            case null, default -> throw TemplateException.runtime(type(value) + " has no length");
        };
    }

    /** The name of a value's type, for messages. */
    static String type(Object value) {
        return switch (value) {
            case null -> "none";
            case Boolean truth -> "a boolean";
            case Long number -> "an integer";
            case Double number -> "a number";
            case String text -> "a text";
            case Tuple tuple -> "a tuple";
            case List<?> list -> "a list";
            case Map<?, ?> map -> "a mapping";
            case Undefined undefined -> Objects.requireNonNull(undefined).what();
            case Callable function -> "a function";
            default -> "an object";
        };
    }
}
