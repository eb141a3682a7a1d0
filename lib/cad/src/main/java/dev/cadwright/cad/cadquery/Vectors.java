package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** What CadQuery takes for a vector: a {@code Vector}, or two or three numbers in a tuple or list. */
final class Vectors {
    private static final String EXPECTED = "Expected three floats, OCC gp_, or 3-tuple";

    private Vectors() {}

    static Vector3 of(Value value) {
        return switch (value) {
            case VectorValue vector -> vector.value();
            case TupleValue tuple -> of(tuple.items());
            case ListValue list -> of(list.items());
            default -> throw PythonError.typeError(EXPECTED);
        };
    }

    static Vector3 of(List<Value> items) {
        return switch (items.size()) {
            case 2 -> new Vector3(number(items.get(0)), number(items.get(1)), 0);
            case 3 -> new Vector3(number(items.get(0)), number(items.get(1)), number(items.get(2)));
            default -> throw PythonError.typeError(EXPECTED);
        };
    }

    static Vector3 of(Arguments arguments, String parameter) {
        return of(arguments.value(parameter));
    }

    /** A point in a plane: a vector, or whatever has two coordinates and gives them by index, an array say. */
    static Vector3 inPlane(Value value, Runtime runtime) {
        return switch (value) {
            case VectorValue vector -> vector.value();
            case TupleValue tuple -> of(tuple.items());
            case ListValue list -> of(list.items());
            default -> {
                if (runtime.length(value) != 2) {
                    throw PythonError.typeError(EXPECTED);
                }
                yield new Vector3(
                        number(runtime.index(value, IntValue.of(0))), number(runtime.index(value, IntValue.of(1))), 0);
            }
        };
    }

    static boolean isVector(Value value) {
        return switch (value) {
            case VectorValue vector -> true;
            case TupleValue tuple -> isNumbers(tuple.items());
            case ListValue list -> isNumbers(list.items());
            default -> false;
        };
    }

    private static boolean isNumbers(List<Value> items) {
        return (items.size() == 2 || items.size() == 3) && items.stream().allMatch(Vectors::isNumber);
    }

    static boolean isNumber(Value value) {
        return dev.cadwright.cad.python.value.Numbers.isNumber(value);
    }

    static List<Vector3> list(Value value, Runtime runtime) {
        List<Vector3> vectors = new ArrayList<>();
        for (Value item : runtime.list(value)) {
            vectors.add(of(item));
        }
        return vectors;
    }

    static double number(Value value) {
        return Conversions.number(value, "coordinate");
    }

    /** The angle between two directions, as {@code gp_Vec::Angle} computes it. */
    static double angle(Vector3 first, Vector3 second) {
        if (first.length() <= 1e-300 || second.length() <= 1e-300) {
            throw Errors.construction("a null vector has no angle");
        }
        return Math.atan2(first.cross(second).length(), first.dot(second));
    }

    static Value orNone(VectorValue vector) {
        return vector == null ? NoneValue.NONE : vector;
    }
}
