package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code cadquery.Plane}. Its x direction is normalised but not made orthogonal to the normal; coordinates are computed
 * with the orthogonal one, as {@code gp_Ax3} does.
 */
final class PlaneValue implements HostObject {
    private static final double EQUAL = 1e-6;
    private static final Map<String, Frame> NAMED = named();

    static final HostType TYPE = table();

    private Vector3 origin;
    private final Vector3 xDirection;
    private final Vector3 normal;
    private Frame frame;

    PlaneValue(Vector3 origin, Vector3 xDirection, Vector3 normal) {
        this.origin = origin;
        this.xDirection = unit(xDirection, "xDir should be non null");
        this.normal = unit(normal, "normal should be non null");
        this.frame = Placement.frame(origin, this.xDirection, this.normal);
    }

    PlaneValue(Frame frame) {
        this(frame.origin(), frame.xAxis(), frame.normal());
    }

    private static Map<String, Frame> named() {
        Map<String, Frame> named = new LinkedHashMap<>();
        Vector3 x = Vector3.X;
        Vector3 y = Vector3.Y;
        Vector3 z = Vector3.Z;
        Vector3 o = Vector3.ZERO;
        named.put("XY", new Frame(o, x, z));
        named.put("YZ", new Frame(o, y, x));
        named.put("ZX", new Frame(o, z, y));
        named.put("XZ", new Frame(o, x, y.times(-1)));
        named.put("YX", new Frame(o, y, z.times(-1)));
        named.put("ZY", new Frame(o, z, x.times(-1)));
        named.put("front", new Frame(o, x, z));
        named.put("back", new Frame(o, x.times(-1), z.times(-1)));
        named.put("left", new Frame(o, z, x.times(-1)));
        named.put("right", new Frame(o, z.times(-1), x));
        named.put("top", new Frame(o, x, y));
        named.put("bottom", new Frame(o, x, y.times(-1)));
        return named;
    }

    private static HostType table() {
        HostTypeBuilder<PlaneValue> table = HostType.named("Plane", PlaneValue.class)
                .constructor("origin, xDir=None, normal=(0, 0, 1)", PlaneValue::make)
                .staticMethod("named", "stdName, origin=(0, 0, 0)", PlaneValue::makeNamed);
        NAMED.forEach((name, frame) ->
                table.staticMethod(name, "origin=(0, 0, 0), xDir=None", call -> makeNamed(name, call)));
        return table.property("origin", self -> new VectorValue(self.origin))
                .property("xDir", self -> new VectorValue(self.xDirection))
                .property("yDir", self -> new VectorValue(self.yDirection()))
                .property("zDir", self -> new VectorValue(self.normal))
                .property("location", self -> new LocationValue(self.toWorld()))
                .property("rG", self -> new MatrixValue(self.toWorld()))
                .property("fG", self -> new MatrixValue(self.toLocal()))
                .method("setOrigin2d", "x, y", (self, call) -> {
                    self.setOrigin2d(call.finite("x"), call.finite("y"));
                    return NoneValue.NONE;
                })
                .method("toLocalCoords", "obj", (self, call) -> self.toLocalCoords(call.value("obj")))
                .method(
                        "toWorldCoords",
                        "tuplePoint",
                        (self, call) -> new VectorValue(self.toWorld(call, "tuplePoint")))
                .method("rotated", "rotate=(0, 0, 0)", (self, call) -> self.rotated(Vectors.of(call, "rotate")))
                .method("mirrorInPlane", "listOfShapes, axis='X'", PlaneValue::mirrorInPlane)
                .unsupported("lcs", "there is no kernel object behind a plane")
                .unsupported("toPln", "there is no kernel object behind a plane")
                .build();
    }

    static PlaneValue named(String name, Vector3 origin) {
        Frame frame = NAMED.get(name);
        if (frame == null) {
            throw Errors.value("Supported names are ["
                    + String.join(
                            ", ",
                            NAMED.keySet().stream()
                                    .map(known -> "'" + known + "'")
                                    .toList()) + "]");
        }
        return new PlaneValue(origin, frame.xAxis(), frame.normal());
    }

    private static Value makeNamed(Arguments call) {
        return named(call.text("stdName"), Vectors.of(call, "origin"));
    }

    private static Value makeNamed(String name, Arguments call) {
        PlaneValue plane = named(name, Vectors.of(call, "origin"));
        return call.isNone("xDir") ? plane : new PlaneValue(plane.origin, Vectors.of(call, "xDir"), plane.normal);
    }

    private static Value make(Arguments call) {
        if (call.value("origin") instanceof LocationValue location) {
            return ofLocation(location.transform());
        }
        Vector3 normal = unit(Vectors.of(call, "normal"), "normal should be non null");
        Vector3 origin = Vectors.of(call, "origin");
        if (call.isNone("xDir")) {
            return new PlaneValue(Placement.frame(origin, normal));
        }
        return new PlaneValue(origin, Vectors.of(call, "xDir"), normal);
    }

    static PlaneValue ofLocation(Transform location) {
        return new PlaneValue(location.translation(), location.x(), location.z());
    }

    private static Vector3 unit(Vector3 vector, String message) {
        if (vector.length() == 0) {
            throw Errors.value(message);
        }
        try {
            return vector.normalised();
        } catch (ArithmeticException e) {
            throw Errors.construction("a direction must be finite");
        }
    }

    PlaneValue copy() {
        return new PlaneValue(origin, xDirection, normal);
    }

    Vector3 origin() {
        return origin;
    }

    Vector3 xDirection() {
        return xDirection;
    }

    Vector3 yDirection() {
        return normal.cross(xDirection).normalised();
    }

    Vector3 normal() {
        return normal;
    }

    Frame frame() {
        return frame;
    }

    Transform toWorld() {
        return Placement.of(frame);
    }

    Transform toLocal() {
        return Placement.inverse(toWorld());
    }

    /** A point given in plane coordinates: a vector, or two or three numbers. */
    Vector3 toWorld(Value point, Runtime runtime) {
        return toWorld().apply(Vectors.inPlane(point, runtime));
    }

    Vector3 toWorld(Arguments call, String parameter) {
        return toWorld().apply(Vectors.inPlane(call, parameter));
    }

    Vector3 toWorld(double x, double y) {
        return frame.at(x, y);
    }

    Vector3 toLocal(Vector3 point) {
        return toLocal().apply(point);
    }

    void setOrigin(Vector3 point) {
        origin = point;
        frame = new Frame(point, frame.xAxis(), frame.normal());
    }

    void setOrigin2d(double x, double y) {
        setOrigin(toWorld(x, y));
    }

    Value toLocalCoords(Value object) {
        return switch (object) {
            case VectorValue vector -> new VectorValue(toLocal(vector.value()));
            case ShapeValue shape -> shape.transformed(toLocal());
            default ->
                throw Errors.value("Don't know how to convert type " + object.typeName() + " to local coordinates");
        };
    }

    PlaneValue rotated(Vector3 degrees) {
        Transform turn = Transform.rotation(normal, Math.toRadians(degrees.z()))
                .then(Transform.rotation(yDirection(), Math.toRadians(degrees.y())))
                .then(Transform.rotation(xDirection, Math.toRadians(degrees.x())));
        return new PlaneValue(origin, turn.apply(xDirection), turn.apply(normal));
    }

    private static Value mirrorInPlane(PlaneValue self, Arguments call) {
        String axis = call.text("axis");
        if (!axis.equals("X") && !axis.equals("Y")) {
            throw PythonError.of(dev.cadwright.cad.python.value.ExceptionTypes.NOT_IMPLEMENTED_ERROR, "");
        }
        List<Value> mirrored = new ArrayList<>();
        for (Value shape : call.list("listOfShapes")) {
            mirrored.add(self.mirrorInPlane(ShapeValue.of(shape), axis.equals("X")));
        }
        return new ListValue(mirrored);
    }

    /** The shape turned over around an axis of the plane. */
    ShapeValue mirrorInPlane(ShapeValue shape, boolean aroundX) {
        return shape.transformed(Placement.turn(origin, aroundX ? frame.xAxis() : frame.yAxis(), 180));
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    @Override
    public boolean setAttribute(String name, Value value, Runtime runtime) {
        if (!name.equals("origin")) {
            return false;
        }
        setOrigin(Vectors.of(value));
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaneValue plane
                && origin.distanceTo(plane.origin) < EQUAL
                && Math.abs(normal.dot(plane.normal) - 1) < EQUAL
                && Math.abs(xDirection.dot(plane.xDirection) - 1) < EQUAL;
    }

    @Override
    public int hashCode() {
        throw PythonError.typeError("unhashable type: 'Plane'");
    }

    @Override
    public String repr(Runtime runtime) {
        return "Plane(origin=" + text(origin, runtime) + ", xDir=" + text(xDirection, runtime) + ", normal="
                + text(normal, runtime) + ")";
    }

    private static String text(Vector3 vector, Runtime runtime) {
        return runtime.repr(new TupleValue(
                List.of(new FloatValue(vector.x()), new FloatValue(vector.y()), new FloatValue(vector.z()))));
    }
}
