package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code cadquery.Location}: a turn and a shift. */
record LocationValue(Transform transform) implements HostObject {
    static final HostType TYPE = HostType.named("Location", LocationValue.class)
            .constructor("*args, **kwargs", LocationValue::make)
            .property("inverse", self -> new LocationValue(Placement.inverse(self.transform)))
            .property("plane", self -> PlaneValue.ofLocation(self.transform))
            .method("toTuple", "", (self, call) -> self.toTuple())
            .unsupported("wrapped", "there is no kernel object behind a location")
            .build();

    private static final List<String> NUMBERS = List.of("x", "y", "z", "rx", "ry", "rz");

    static LocationValue at(Vector3 point) {
        return new LocationValue(Transform.translation(point));
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    private static Value make(Arguments call) {
        return new LocationValue(read(call.rest("args"), call.keywords("kwargs"), call.runtime()));
    }

    /** The forms of the constructor: numbers, a vector, a plane, with a turn or without. */
    static Transform read(List<Value> given, Map<Value, Value> keywords, Runtime runtime) {
        Bindings bound = new Bindings(given, keywords);
        Value first = bound.get(0, "t", "x");
        return switch (first) {
            case null -> numbers(bound);
            case PlaneValue plane -> plane(plane, bound.get(1, "v"));
            case LocationValue location -> location.transform;
            case Value value when Vectors.isNumber(value) -> numbers(bound);
            case Value value -> turned(Vectors.of(value), bound);
        };
    }

    private static Transform plane(PlaneValue plane, Value origin) {
        return origin == null
                ? plane.toWorld()
                : Placement.of(Placement.frame(Vectors.of(origin), plane.xDirection(), plane.normal()));
    }

    private static Transform turned(Vector3 shift, Bindings bound) {
        Value axis = bound.get(1, "ax", "angles");
        if (axis == null) {
            return Transform.translation(shift);
        }
        Value angle = bound.get(2, "angle");
        if (angle == null) {
            return Placement.euler(shift, Vectors.of(axis));
        }
        Vector3 direction = Vectors.of(axis);
        if (direction.length() == 0) {
            throw Errors.construction("an axis needs a direction");
        }
        return Transform.rotation(direction, Math.toRadians(Conversions.finite(angle, "angle")))
                .then(Transform.translation(shift));
    }

    private static Transform numbers(Bindings bound) {
        double[] values = new double[NUMBERS.size()];
        for (int i = 0; i < values.length; i++) {
            Value value = bound.get(i, NUMBERS.get(i));
            values[i] = value == null ? 0 : Conversions.finite(value, NUMBERS.get(i));
        }
        return Placement.euler(
                new Vector3(values[0], values[1], values[2]), new Vector3(values[3], values[4], values[5]));
    }

    /** Positional and keyword arguments of a call with several forms. */
    private record Bindings(List<Value> given, Map<Value, Value> keywords) {
        Value get(int index, String... names) {
            if (index < given.size()) {
                return given.get(index);
            }
            for (String name : names) {
                Value value = keywords.get(new dev.cadwright.cad.python.value.StrValue(name));
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }

    private TupleValue toTuple() {
        Vector3 shift = transform.translation();
        Vector3 angles = Placement.angles(transform);
        return TupleValue.of(
                TupleValue.of(shift.x(), shift.y(), shift.z()), TupleValue.of(angles.x(), angles.y(), angles.z()));
    }

    /** First the other, then this one. */
    LocationValue times(LocationValue other) {
        return new LocationValue(other.transform.then(transform));
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        if (reflected) {
            return Optional.empty();
        }
        return switch (operator) {
            case MULTIPLY -> other instanceof LocationValue location ? Optional.of(times(location)) : Optional.empty();
            case POWER -> Optional.of(power(Conversions.integer(other, "exponent"), runtime));
            default -> Optional.empty();
        };
    }

    private LocationValue power(long exponent, Runtime runtime) {
        if (Math.abs(exponent) > 1000) {
            throw PythonError.valueError("exponent too large");
        }
        runtime.step(Math.abs(exponent));
        Transform base = exponent < 0 ? Placement.inverse(transform) : transform;
        Transform result = Transform.IDENTITY;
        for (long i = 0; i < Math.abs(exponent); i++) {
            result = result.then(base);
        }
        return new LocationValue(result);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
