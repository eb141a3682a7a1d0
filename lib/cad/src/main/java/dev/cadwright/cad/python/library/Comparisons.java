package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.Optional;

/** Orderings and equality of everything but instances of the program's own classes. */
public final class Comparisons {
    private Comparisons() {}

    /** {@code left == right}; containers compare their items by identity first, as Python does. */
    public static boolean equal(Value left, Value right) {
        if (left instanceof FloatValue(double a) && right instanceof FloatValue(double b)) {
            return a == b;
        }
        return left instanceof HostObject || !(right instanceof HostObject) ? left.equals(right) : right.equals(left);
    }

    /** Whether two values are the same; numbers and strings are when they are equal and of one type. */
    public static boolean same(Value left, Value right) {
        if (left == right) {
            return true;
        }
        return switch (left) {
            case IntValue number -> right instanceof IntValue && number.equals(right);
            case StrValue text -> text.equals(right);
            case TupleValue tuple -> tuple.items().isEmpty() && tuple.equals(right);
            default -> false;
        };
    }

    /** An ordering; empty where the two have none. */
    public static Optional<Boolean> order(ComparisonOperator operator, Value left, Value right, Runtime runtime) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Optional.of(numbers(operator, left, right));
        }
        if (left instanceof StrValue(String a) && right instanceof StrValue(String b)) {
            return Optional.of(holds(operator, compare(a, b)));
        }
        if (left instanceof ListValue a && right instanceof ListValue b) {
            return Optional.of(items(operator, a.items(), b.items(), runtime));
        }
        if (left instanceof TupleValue a && right instanceof TupleValue b) {
            return Optional.of(items(operator, a.items(), b.items(), runtime));
        }
        if (left instanceof SetValue a && right instanceof SetValue b) {
            return Optional.of(sets(operator, a, b));
        }
        return hosts(operator, left, right, runtime);
    }

    private static Optional<Boolean> hosts(ComparisonOperator operator, Value left, Value right, Runtime runtime) {
        Optional<Value> answer =
                left instanceof HostObject host ? host.compare(operator, right, runtime) : Optional.empty();
        if (answer.isEmpty() && right instanceof HostObject host) {
            answer = host.compare(operator.mirrored(), left, runtime);
        }
        return answer.map(runtime::truth);
    }

    private static boolean numbers(ComparisonOperator operator, Value left, Value right) {
        if (left instanceof FloatValue(double a) && right instanceof FloatValue(double b)) {
            return floats(operator, a, b);
        }
        if (left instanceof FloatValue(double a)) {
            return !Double.isNaN(a) && holds(operator, -Numbers.compare(whole(right), a));
        }
        if (right instanceof FloatValue(double b)) {
            return !Double.isNaN(b) && holds(operator, Numbers.compare(whole(left), b));
        }
        IntValue a = whole(left);
        IntValue b = whole(right);
        int order = a.isLong() && b.isLong()
                ? Long.compare(a.longValue(), b.longValue())
                : a.toBigInteger().compareTo(b.toBigInteger());
        return holds(operator, order);
    }

    private static IntValue whole(Value number) {
        return number instanceof BoolValue bool ? bool.toInt() : (IntValue) number;
    }

    private static boolean floats(ComparisonOperator operator, double a, double b) {
        return switch (operator) {
            case LESS -> a < b;
            case LESS_OR_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_OR_EQUAL -> a >= b;
            case EQUAL, NOT_EQUAL, IN, NOT_IN, IS, IS_NOT -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private static boolean holds(ComparisonOperator operator, int order) {
        return floats(operator, order, 0);
    }

    /** By code points, as Python orders strings; Java's own order differs beyond the basic plane. */
    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean pairs = Character.isSurrogate(a) || Character.isSurrogate(b);
                return pairs && Character.isSurrogate(a) != Character.isSurrogate(b)
                        ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b))
                        : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static boolean items(ComparisonOperator operator, List<Value> left, List<Value> right, Runtime runtime) {
        int length = Math.min(left.size(), right.size());
        for (int i = 0; i < length; i++) {
            runtime.step(1);
            Value a = left.get(i);
            Value b = right.get(i);
            if (a != b && !runtime.compare(ComparisonOperator.EQUAL, a, b)) {
                return runtime.compare(operator, a, b);
            }
        }
        return holds(operator, Integer.compare(left.size(), right.size()));
    }

    private static boolean sets(ComparisonOperator operator, SetValue left, SetValue right) {
        return switch (operator) {
            case LESS ->
                left.items().size() < right.items().size() && right.items().containsAll(left.items());
            case LESS_OR_EQUAL -> right.items().containsAll(left.items());
            case GREATER ->
                left.items().size() > right.items().size() && left.items().containsAll(right.items());
            case GREATER_OR_EQUAL -> left.items().containsAll(right.items());
            case EQUAL, NOT_EQUAL, IN, NOT_IN, IS, IS_NOT -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    /** The TypeError for values without an ordering. */
    public static PythonError unordered(ComparisonOperator operator, Value left, Value right) {
        return PythonError.typeError("'" + operator.symbol() + "' not supported between instances of '"
                + left.typeName() + "' and '" + right.typeName() + "'");
    }
}
