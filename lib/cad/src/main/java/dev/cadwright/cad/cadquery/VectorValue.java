package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.UnaryOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** {@code cadquery.Vector}: a point or direction whose coordinates a program may set. */
final class VectorValue implements HostObject {
    private static final double EQUAL = 1e-5;

    static final HostType TYPE = HostType.named("Vector", VectorValue.class)
            .constructor("*args", VectorValue::make)
            .property("x", self -> new FloatValue(self.value.x()))
            .property("y", self -> new FloatValue(self.value.y()))
            .property("z", self -> new FloatValue(self.value.z()))
            .property("Length", self -> new FloatValue(self.value.length()))
            .method("toTuple", "", (self, call) -> self.tuple())
            .method("cross", "v", (self, call) -> new VectorValue(self.value.cross(other(call))))
            .method("dot", "v", (self, call) -> new FloatValue(self.value.dot(other(call))))
            .method("sub", "v", (self, call) -> new VectorValue(self.value.minus(other(call))))
            .method("add", "v", (self, call) -> new VectorValue(self.value.plus(other(call))))
            .method("multiply", "scale", (self, call) -> new VectorValue(self.value.times(call.number("scale"))))
            .method("normalized", "", (self, call) -> self.normalized())
            .method("Center", "", (self, call) -> self)
            .method("getAngle", "v", (self, call) -> new FloatValue(Vectors.angle(self.value, other(call))))
            .method("getSignedAngle", "v", (self, call) -> new FloatValue(signedAngle(self.value, other(call))))
            .method("projectToLine", "line", (self, call) -> self.projectToLine(other(call, "line")))
            .method(
                    "projectToPlane",
                    "plane",
                    (self, call) ->
                            new VectorValue(project(self.value, call.instance("plane", PlaneValue.class, "Plane"))))
            .method(
                    "transform",
                    "T",
                    (self, call) -> new VectorValue(call.instance("T", MatrixValue.class, "Matrix")
                            .map()
                            .apply(self.value)))
            .unsupported("distanceToLine", "CadQuery does not implement it")
            .unsupported("distanceToPlane", "CadQuery does not implement it")
            .unsupported("wrapped", "there is no kernel object behind a vector")
            .unsupported("toPnt", "there is no kernel object behind a vector")
            .unsupported("toDir", "there is no kernel object behind a vector")
            .unsupported("toXYZ", "there is no kernel object behind a vector")
            .build();

    private Vector3 value;

    VectorValue(Vector3 value) {
        this.value = value;
    }

    Vector3 value() {
        return value;
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    private static Value make(Arguments call) {
        List<Value> arguments = call.rest("args");
        return switch (arguments.size()) {
            case 0 -> new VectorValue(Vector3.ZERO);
            case 1 -> new VectorValue(Vectors.any(arguments.getFirst()));
            default -> new VectorValue(Vectors.any(arguments));
        };
    }

    private static double coordinate(Value value) {
        return Conversions.number(value, "coordinate");
    }

    private static Vector3 other(Arguments call) {
        return other(call, "v");
    }

    private static Vector3 other(Arguments call, String parameter) {
        return call.instance(parameter, VectorValue.class, "Vector").value;
    }

    private Value normalized() {
        if (value.length() <= 1e-300) {
            throw Errors.construction("a null vector cannot be normalized");
        }
        return new VectorValue(value.normalised());
    }

    private static double signedAngle(Vector3 from, Vector3 to) {
        double angle = Vectors.angle(from, to);
        return from.cross(to).dot(new Vector3(0, 0, -1)) < 0 ? -angle : angle;
    }

    private Value projectToLine(Vector3 line) {
        double length = line.length();
        if (length == 0) {
            throw PythonError.of(
                    dev.cadwright.cad.python.value.ExceptionTypes.ZERO_DIVISION_ERROR, "float division by zero");
        }
        return new VectorValue(line.times(value.dot(line) / (length * length)));
    }

    static Vector3 project(Vector3 point, PlaneValue plane) {
        Vector3 normal = plane.normal();
        return point.minus(normal.times(point.minus(plane.origin()).dot(normal) / normal.dot(normal)));
    }

    TupleValue tuple() {
        return TupleValue.of(value.x(), value.y(), value.z());
    }

    @Override
    public boolean setAttribute(String name, Value given, Runtime runtime) {
        switch (name) {
            case "x" -> value = new Vector3(coordinate(given), value.y(), value.z());
            case "y" -> value = new Vector3(value.x(), coordinate(given), value.z());
            case "z" -> value = new Vector3(value.x(), value.y(), coordinate(given));
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        if (other instanceof VectorValue vector && !reflected) {
            return switch (operator) {
                case ADD -> Optional.of(new VectorValue(value.plus(vector.value)));
                case SUBTRACT -> Optional.of(new VectorValue(value.minus(vector.value)));
                default -> Optional.empty();
            };
        }
        if (!Vectors.isNumber(other)) {
            return Optional.empty();
        }
        double number = Conversions.number(other, "factor");
        return switch (operator) {
            case MULTIPLY -> Optional.of(new VectorValue(value.times(number)));
            case DIVIDE -> reflected ? Optional.empty() : Optional.of(dividedBy(number));
            default -> Optional.empty();
        };
    }

    private Value dividedBy(double number) {
        if (number == 0) {
            throw PythonError.of(
                    dev.cadwright.cad.python.value.ExceptionTypes.ZERO_DIVISION_ERROR, "float division by zero");
        }
        return new VectorValue(value.times(1 / number));
    }

    @Override
    public Optional<Value> unary(UnaryOperator operator, Runtime runtime) {
        return operator == UnaryOperator.MINUS ? Optional.of(new VectorValue(value.times(-1))) : Optional.empty();
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        return Optional.of(tuple().items().iterator());
    }

    @Override
    public String repr(Runtime runtime) {
        return "Vector: " + runtime.str(tuple());
    }

    /** Nearly the same length and direction ({@code gp_Vec::IsEqual}). */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof VectorValue vector)) {
            return false;
        }
        double first = value.length();
        double second = vector.value.length();
        if (first <= EQUAL || second <= EQUAL) {
            return Math.abs(first - second) <= EQUAL;
        }
        return Math.abs(first - second) <= EQUAL && Vectors.angle(value, vector.value) <= EQUAL;
    }

    @Override
    public int hashCode() {
        throw PythonError.typeError("unhashable type: 'Vector'");
    }

    VectorValue moved(Transform by) {
        return new VectorValue(by.apply(value));
    }
}
