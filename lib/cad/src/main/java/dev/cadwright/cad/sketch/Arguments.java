package dev.cadwright.cad.sketch;

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

    Vector2 point(String parameter) {
        double[] parts = numbers(parameter, "(x, y)", 2);
        return new Vector2(parts[0], parts[1]);
    }

    Vector3 vector(String parameter, Vector3 otherwise) {
        if (!has(parameter)) {
            return otherwise;
        }
        double[] parts = numbers(parameter, "(x, y, z)", 3);
        return new Vector3(parts[0], parts[1], parts[2]);
    }

    private double[] numbers(String parameter, String expectation, int size) {
        Value value = values.get(parameter);
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
