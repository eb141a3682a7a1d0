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

    private static final String FINITE = "of finite coordinates";
    private static final String COORDINATE = "coordinate";

    private Vectors() {}

    /** Its coordinates are finite. @throws PythonError (TypeError, ValueError) for anything else */
    static Vector3 of(Value value) {
        return finite(any(value));
    }

    static Vector3 of(List<Value> items) {
        return finite(any(items));
    }

    /** @throws PythonError that names the parameter where a coordinate is infinite or NaN */
    static Vector3 of(Arguments arguments, String parameter) {
        return finite(any(arguments.value(parameter)), arguments, parameter);
    }

    /** With coordinates that may be infinite or NaN: in a vector, which is no shape yet. */
    static Vector3 any(Value value) {
        return switch (value) {
            case VectorValue vector -> vector.value();
            case TupleValue tuple -> any(tuple.items());
            case ListValue list -> any(list.items());
            default -> throw PythonError.typeError(EXPECTED);
        };
    }

    static Vector3 any(List<Value> items) {
        return switch (items.size()) {
            case 2 -> new Vector3(coordinate(items.get(0)), coordinate(items.get(1)), 0);
            case 3 -> new Vector3(coordinate(items.get(0)), coordinate(items.get(1)), coordinate(items.get(2)));
            default -> throw PythonError.typeError(EXPECTED);
        };
    }

    private static Vector3 finite(Vector3 vector) {
        if (!isFinite(vector)) {
            throw PythonError.valueError("a point or direction must be " + FINITE);
        }
        return vector;
    }

    private static Vector3 finite(Vector3 vector, Arguments arguments, String parameter) {
        if (!isFinite(vector)) {
            throw arguments.wrongValue(parameter, FINITE);
        }
        return vector;
    }

    private static boolean isFinite(Vector3 vector) {
        return Double.isFinite(vector.x()) && Double.isFinite(vector.y()) && Double.isFinite(vector.z());
    }

    /** A point in a plane: a vector, or whatever has two coordinates and gives them by index, an array say. */
    static Vector3 inPlane(Value value, Runtime runtime) {
        return finite(anyInPlane(value, runtime));
    }

    static Vector3 inPlane(Arguments arguments, String parameter) {
        return finite(anyInPlane(arguments.value(parameter), arguments.runtime()), arguments, parameter);
    }

    private static Vector3 anyInPlane(Value value, Runtime runtime) {
        if (value instanceof VectorValue || value instanceof TupleValue || value instanceof ListValue) {
            return any(value);
        }
        if (runtime.length(value) != 2) {
            throw PythonError.typeError(EXPECTED);
        }
        return any(List.of(runtime.index(value, IntValue.of(0)), runtime.index(value, IntValue.of(1))));
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

    static List<Vector3> list(Arguments arguments, String parameter) {
        List<Vector3> vectors = new ArrayList<>();
        for (Value item : arguments.list(parameter)) {
            vectors.add(finite(any(item), arguments, parameter));
        }
        return vectors;
    }

    /** A coordinate or another number of a point, a parameter of a surface say. */
    static double number(Value value) {
        return Conversions.finite(value, COORDINATE);
    }

    private static double coordinate(Value value) {
        return Conversions.number(value, COORDINATE);
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
