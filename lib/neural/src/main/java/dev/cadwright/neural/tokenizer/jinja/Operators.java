package dev.cadwright.neural.tokenizer.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arithmetic, comparisons and slices as Python defines them. */
final class Operators {
    private final Budget budget;
    private final Printer printer;

    Operators(Budget budget, Printer printer) {
        this.budget = budget;
        this.printer = printer;
    }

    Object unary(String operator, Object value) {
        return switch (operator) {
            case "not" -> !Values.truth(value);
            case "-" ->
                value instanceof Double number
                        ? (Object) (-number)
                        : exact(() -> Math.negateExact(Values.whole(value)));
            default -> value instanceof Double ? value : (Object) Values.whole(value);
        };
    }

    Object binary(String operator, Object left, Object right) {
        return switch (operator) {
            case "~" -> joined(printer.text(left), printer.text(right));
            case "+" -> sum(left, right);
            case "*" -> product(left, right);
            case "%" ->
                left instanceof String format
                        ? Formats.percent(format, right, printer, budget)
                        : number(operator, left, right);
            default -> number(operator, left, right);
        };
    }

    boolean compare(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> Values.equal(left, right, budget);
            case "!=" -> !Values.equal(left, right, budget);
            case "<" -> ordered(left, right) < 0;
            case "<=" -> ordered(left, right) <= 0;
            case ">" -> ordered(left, right) > 0;
            case ">=" -> ordered(left, right) >= 0;
            case "in" -> Values.contains(right, left, budget);
            default -> !Values.contains(right, left, budget);
        };
    }

    Object slice(Object of, Object start, Object stop, Object step) {
        if (of instanceof Undefined undefined) {
            throw undefined.error();
        }
        List<Object> items = of instanceof Map<?, ?> ? null : Values.items(of, budget);
        if (items == null) {
            throw TemplateException.runtime("a mapping cannot be sliced");
        }
        long by = step == null ? 1 : Values.whole(step);
        if (by == 0) {
            throw TemplateException.runtime("a slice's step is zero");
        }
        long size = items.size();
        long from = bound(start, by > 0 ? 0 : size - 1, size, by);
        long to = bound(stop, by > 0 ? size : -1, size, by);
        if (by == 1 && of instanceof String text) {
            return from < to ? CodePoints.substring(text, (int) from, (int) to) : "";
        }
        List<Object> chosen = new ArrayList<>();
        for (long at = from; by > 0 ? at < to : at > to; at += by) {
            chosen.add(items.get((int) at));
            if (Math.abs(by) > size) {
                break;
            }
        }
        return switch (of) {
            case String text ->
                String.join("", chosen.stream().map(String.class::cast).toList());
            case Tuple tuple -> new Tuple(chosen);
            default -> chosen;
        };
    }

    private static long bound(Object given, long byDefault, long size, long step) {
        if (given == null) {
            return byDefault;
        }
        long at = Values.whole(given);
        at = at < 0 ? at + size : at;
        return step > 0 ? Math.clamp(at, 0, size) : Math.clamp(at, -1, size - 1);
    }

    private int ordered(Object left, Object right) {
        if (left instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (right instanceof Undefined undefined) {
            throw undefined.error();
        }
        return Values.compare(left, right, budget);
    }

    private Object sum(Object left, Object right) {
        if (left instanceof String text && right instanceof String other) {
            return joined(text, other);
        }
        if (left instanceof List<?> list
                && right instanceof List<?> other
                && (list instanceof Tuple) == (other instanceof Tuple)) {
            budget.items((long) list.size() + other.size());
            List<Object> all = new ArrayList<>(list);
            all.addAll(other);
            return list instanceof Tuple ? new Tuple(all) : all;
        }
        if (left instanceof String || right instanceof String || left instanceof List || right instanceof List) {
            refuseUndefined(left, right);
            throw TemplateException.runtime(Values.type(left) + " and " + Values.type(right) + " cannot be added");
        }
        return number("+", left, right);
    }

    private static void refuseUndefined(Object left, Object right) {
        if (left instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (right instanceof Undefined undefined) {
            throw undefined.error();
        }
    }

    private String joined(String left, String right) {
        budget.text((long) left.length() + right.length());
        return left + right;
    }

    private Object product(Object left, Object right) {
        Object repeated = left instanceof String || left instanceof List ? left : right;
        Object count = repeated == left ? right : left;
        long times = repeated instanceof String || repeated instanceof List ? Math.max(0, Values.whole(count)) : 0;
        if (repeated instanceof String text) {
            budget.text(Math.multiplyFull(text.length(), Values.small(times)));
            return text.repeat((int) times);
        }
        if (repeated instanceof List<?> list) {
            budget.range(times == 0 || list.isEmpty() ? 0 : Math.multiplyFull(list.size(), Values.small(times)));
            List<Object> all = new ArrayList<>();
            for (long i = 0; !list.isEmpty() && i < times; i++) {
                all.addAll(list);
            }
            return list instanceof Tuple ? new Tuple(all) : all;
        }
        return number("*", left, right);
    }

    private static Object number(String operator, Object left, Object right) {
        if (operator.equals("/")) {
            return Values.real(left) / nonZero(Values.real(right));
        }
        if (left instanceof Double || right instanceof Double) {
            double a = Values.real(left);
            double b = Values.real(right);
            return switch (operator) {
                case "+" -> a + b;
                case "-" -> a - b;
                case "*" -> a * b;
                case "//" -> Math.floor(a / nonZero(b));
                case "%" -> a - Math.floor(a / nonZero(b)) * b;
                default -> Math.pow(a, b);
            };
        }
        long a = Values.whole(left);
        long b = Values.whole(right);
        return switch (operator) {
            case "+" -> exact(() -> Math.addExact(a, b));
            case "-" -> exact(() -> Math.subtractExact(a, b));
            case "*" -> exact(() -> Math.multiplyExact(a, b));
            case "//" -> Math.floorDiv(a, (long) nonZero(b));
            case "%" -> Math.floorMod(a, (long) nonZero(b));
            default -> power(a, b);
        };
    }

    private static Object power(long base, long exponent) {
        if (exponent < 0) {
            return Math.pow(base, exponent);
        }
        double estimate = Math.pow(base, exponent);
        if (Math.abs(estimate) > 1L << 53) {
            throw TemplateException.runtime("a number is too large");
        }
        return (long) estimate;
    }

    private interface Whole {
        long value();
    }

    private static Object exact(Whole whole) {
        try {
            return whole.value();
        } catch (ArithmeticException e) {
            throw TemplateException.runtime("a number is too large");
        }
    }

    private static double nonZero(double value) {
        if (value == 0) {
            throw TemplateException.runtime("a division by zero");
        }
        return value;
    }
}
