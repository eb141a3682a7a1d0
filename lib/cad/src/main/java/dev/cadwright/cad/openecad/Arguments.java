package dev.cadwright.cad.openecad;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Map;

/** The bound arguments of a call, by name and type. */
record Arguments(String function, Map<String, Value> values, SourceSpan span) {
    boolean has(String parameter) {
        return values.containsKey(parameter) && !(values.get(parameter) instanceof Value.None);
    }

    double number(String parameter) {
        return number(parameter, values.get(parameter), "a number");
    }

    double number(String parameter, double otherwise) {
        return has(parameter) ? number(parameter) : otherwise;
    }

    /** A number that counts. */
    int code(String parameter, int most) {
        double value = number(parameter);
        if (value != Math.rint(value) || value < 0 || value > most) {
            throw mismatch(parameter, values.get(parameter), "a whole number from 0 to " + most);
        }
        return (int) value;
    }

    boolean flag(String parameter) {
        if (!has(parameter)) {
            return false;
        }
        return switch (values.get(parameter)) {
            case Value.Flag(boolean value) -> value;
            case Value.Numeral(double value) -> value != 0;
            default -> throw mismatch(parameter, values.get(parameter), "True or False");
        };
    }

    String text(String parameter) {
        if (values.get(parameter) instanceof Value.Text(String text)) {
            return text;
        }
        throw mismatch(parameter, values.get(parameter), "a text in quotes");
    }

    /** A value of one kind. */
    <T extends Value> T value(String parameter, Class<T> kind, String expectation) {
        Value value = values.get(parameter);
        if (!kind.isInstance(value)) {
            throw mismatch(parameter, value, expectation);
        }
        return kind.cast(value);
    }

    Vector2 point(String parameter) {
        double[] parts = numbers(parameter, 2, "[x, y]");
        return new Vector2(parts[0], parts[1]);
    }

    Vector3 vector(String parameter) {
        double[] parts = numbers(parameter, 3, "[x, y, z]");
        return new Vector3(parts[0], parts[1], parts[2]);
    }

    private double[] numbers(String parameter, int size, String expectation) {
        Value value = values.get(parameter);
        if (!(value instanceof Value.Items(List<Value> items)) || items.size() != size) {
            throw mismatch(parameter, value, expectation);
        }
        return items.stream()
                .mapToDouble(item -> number(parameter, item, expectation))
                .toArray();
    }

    private double number(String parameter, Value value, String expectation) {
        if (value instanceof Value.Numeral(double number)) {
            return number;
        }
        throw mismatch(parameter, value, expectation);
    }

    Refusal mismatch(String parameter, Value value, String expectation) {
        return new Refusal(
                span, "syntax.type", "\"" + parameter + "\" of " + function + " is " + value.describe(), expectation);
    }
}
