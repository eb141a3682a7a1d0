package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Axis;
import dev.cadwright.cad.sketch.Statement.Call;
import dev.cadwright.cad.sketch.Statement.Value;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Map;

/** The bound arguments of a call, by name and type. */
record Arguments(Call call, Map<String, Value> values) {
    boolean has(String parameter) {
        return values.containsKey(parameter);
    }

    Value get(String parameter) {
        return values.get(parameter);
    }

    double number(String parameter) {
        return number(parameter, values.get(parameter), "a number");
    }

    boolean flag(String parameter, boolean otherwise) {
        if (!has(parameter)) {
            return otherwise;
        }
        if (values.get(parameter) instanceof Value.Flag flag) {
            return flag.value();
        }
        throw mismatch(parameter, values.get(parameter), "True or False");
    }

    double number(String parameter, double otherwise) {
        return has(parameter) ? number(parameter) : otherwise;
    }

    int whole(String parameter, int otherwise) {
        double value = number(parameter, otherwise);
        if (value != Math.rint(value)) {
            throw mismatch(parameter, values.get(parameter), "a whole number");
        }
        return (int) value;
    }

    String text(String parameter) {
        if (values.get(parameter) instanceof Value.Text text) {
            return text.value();
        }
        throw mismatch(parameter, values.get(parameter), "a text in quotes");
    }

    Value.Reference reference(String parameter) {
        if (values.get(parameter) instanceof Value.Reference reference) {
            return reference;
        }
        throw mismatch(parameter, values.get(parameter), "the name of a sketch");
    }

    /** The names of at least two sketches. */
    List<Value.Reference> references(String parameter) {
        Value value = values.get(parameter);
        boolean names = value instanceof Value.Tuple(List<Value> items, var _)
                && items.size() > 1
                && items.stream().allMatch(Value.Reference.class::isInstance);
        if (!names) {
            throw mismatch(parameter, value, "the names of two or more sketches, in parentheses");
        }
        return ((Value.Tuple) value)
                .items().stream().map(Value.Reference.class::cast).toList();
    }

    List<Vector2> points(String parameter) {
        Value value = values.get(parameter);
        if (!(value instanceof Value.Tuple(List<Value> items, var _))) {
            throw mismatch(parameter, value, "((x, y), (x, y), …)");
        }
        return items.stream()
                .map(item -> point(parameter, item, "((x, y), (x, y), …)"))
                .toList();
    }

    /** Two points. */
    Axis line(String parameter) {
        Value value = values.get(parameter);
        if (!(value instanceof Value.Tuple(List<Value> items, var _)) || items.size() != 2) {
            throw mismatch(parameter, value, "((x, y), (x, y))");
        }
        return new Axis(
                point(parameter, items.getFirst(), "((x, y), (x, y))"),
                point(parameter, items.getLast(), "((x, y), (x, y))"));
    }

    private Vector2 point(String parameter, Value value, String expectation) {
        double[] parts = numbers(parameter, value, expectation, 2);
        return new Vector2(parts[0], parts[1]);
    }

    List<Double> numbers(String parameter) {
        Value value = values.get(parameter);
        if (!(value instanceof Value.Tuple(List<Value> items, var _))) {
            throw mismatch(parameter, value, "(n, n, …)");
        }
        return items.stream().map(item -> number(parameter, item, "(n, n, …)")).toList();
    }

    Vector2 point(String parameter) {
        double[] parts = numbers(parameter, values.get(parameter), "(x, y)", 2);
        return new Vector2(parts[0], parts[1]);
    }

    Vector3 vector(String parameter, Vector3 otherwise) {
        if (!has(parameter)) {
            return otherwise;
        }
        double[] parts = numbers(parameter, values.get(parameter), "(x, y, z)", 3);
        return new Vector3(parts[0], parts[1], parts[2]);
    }

    private double[] numbers(String parameter, Value value, String expectation, int size) {
        if (!(value instanceof Value.Tuple(List<Value> items, var _)) || items.size() != size) {
            throw mismatch(parameter, value, expectation);
        }
        return items.stream()
                .mapToDouble(item -> number(parameter, item, expectation))
                .toArray();
    }

    private double number(String parameter, Value value, String expectation) {
        if (value instanceof Value.Numeral number) {
            return number.value();
        }
        throw mismatch(parameter, value, expectation);
    }

    private Refusal mismatch(String parameter, Value value, String expectation) {
        return new Refusal(
                value.span(), "syntax.type", "\"" + parameter + "\" is " + value.describe(), expectation, "");
    }
}
