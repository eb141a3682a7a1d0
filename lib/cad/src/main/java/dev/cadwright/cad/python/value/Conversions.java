package dev.cadwright.cad.python.value;

import java.util.List;

/** From a program's values to Java's; a value of another type raises a TypeError that says what it was for. */
public final class Conversions {
    private Conversions() {}

    /**
     * An int, a float or a bool as a double.
     *
     * @param place what it is for, the start of the message
     */
    public static double number(Value value, String place) {
        return switch (value) {
            case FloatValue(double number) -> number;
            case IntValue number -> rounded(number);
            case BoolValue bool -> bool.value() ? 1 : 0;
            default -> throw wrong(value, "a number", place);
        };
    }

    /** As {@link #number}, but neither infinite nor NaN. @throws PythonError (ValueError) if it is */
    public static double finite(Value value, String place) {
        double number = number(value, place);
        if (!Double.isFinite(number)) {
            throw PythonError.valueError(place + " must be a finite number, not " + Numbers.repr(number));
        }
        return number;
    }

    /** An int or a bool that fits 64 bits. */
    public static long integer(Value value, String place) {
        return switch (value) {
            case IntValue number -> {
                if (!number.isLong()) {
                    throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
                }
                yield number.longValue();
            }
            case BoolValue bool -> bool.value() ? 1 : 0;
            default -> throw wrong(value, "an integer", place);
        };
    }

    public static String text(Value value, String place) {
        if (value instanceof StrValue(String text)) {
            return text;
        }
        throw wrong(value, "str", place);
    }

    /** The numbers of an iterable. */
    public static double[] numbers(Value value, String place, Runtime runtime) {
        List<Value> items = value instanceof TupleValue tuple ? tuple.items() : runtime.list(value);
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(items.get(i), place);
        }
        return numbers;
    }

    public static <T extends Value> T instance(Value value, Class<T> type, String typeName, String place) {
        if (!type.isInstance(value)) {
            throw wrong(value, typeName, place);
        }
        return type.cast(value);
    }

    private static double rounded(IntValue number) {
        double value = number.toDouble();
        if (Double.isInfinite(value)) {
            throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "int too large to convert to float");
        }
        return value;
    }

    private static PythonError wrong(Value value, String expected, String place) {
        return PythonError.typeError(place + " must be " + expected + ", not " + value.typeName());
    }
}
