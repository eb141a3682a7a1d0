package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Moved, turned and mirrored copies of the stack. */
final class WorkplaneTransforms {
    private WorkplaneTransforms() {}

    private static WorkplaneValue each(WorkplaneValue self, Function<ShapeValue, ShapeValue> change) {
        List<Value> changed = new ArrayList<>();
        for (Value object : self.objects()) {
            changed.add(object instanceof ShapeValue shape ? change.apply(shape) : object);
        }
        return self.newObject(changed);
    }

    static Value translate(WorkplaneValue self, Arguments call) {
        Transform by = Transform.translation(Vectors.of(call, "vec"));
        return each(self, shape -> shape.copied(by, call.span()));
    }

    static Value rotate(WorkplaneValue self, Arguments call) {
        Vector3 start = Vectors.of(call, "axisStartPoint");
        Vector3 end = Vectors.of(call, "axisEndPoint");
        Transform by = Placement.turn(start, end.minus(start), call.finite("angleDegrees"));
        return each(self, shape -> shape.copied(by, call.span()));
    }

    static Value rotateAboutCenter(WorkplaneValue self, Arguments call) {
        Vector3 axis = Vectors.of(call, "axisEndPoint");
        double angle = call.finite("angleDegrees");
        List<ShapeValue> turned = new ArrayList<>();
        for (Value object : self.objects()) {
            if (!(object instanceof ShapeValue shape)) {
                throw PythonError.attributeError("'" + object.typeName() + "' object has no attribute 'rotate'", "");
            }
            turned.add(shape.copied(Placement.turn(shape.centre(), axis, angle), call.span()));
        }
        self.addPending(turned);
        return self.newObject(turned.stream().map(ShapeValue::clean).toList());
    }

    static Value mirror(WorkplaneValue self, Arguments call) {
        Value plane = call.value("mirrorPlane");
        Optional<ShapeValue> face = face(plane);
        Vector3 normal = face.map(each -> WorkplaneOnObject.normal(each, Optional.empty()))
                .orElseGet(() -> normal(plane));
        Vector3 point = call.value("basePointVector") == NoneValue.NONE
                ? face.map(ShapeValue::centre).orElse(Vector3.ZERO)
                : Vectors.of(call, "basePointVector");
        Transform by = Placement.mirror(point, normal);
        List<ShapeValue> mirrored = self.shapes().stream()
                .map(shape -> shape.copied(by, call.span()))
                .toList();
        WorkplaneValue result = self.newObject(mirrored);
        return call.truth("union")
                ? call.runtime().call(call.runtime().attribute(self, "union"), List.of(result))
                : result;
    }

    private static Optional<ShapeValue> face(Value plane) {
        Value value = plane instanceof WorkplaneValue workplane ? workplane.first() : plane;
        if (value instanceof ShapeValue shape && shape.is(Kind.FACE)) {
            return Optional.of(shape);
        }
        if (plane instanceof WorkplaneValue) {
            throw Errors.value("Face required, got " + value.typeName());
        }
        return Optional.empty();
    }

    /** The normal of a plane by name, or itself. */
    static Vector3 normal(Value plane) {
        if (plane instanceof StrValue(String name)) {
            return switch (name) {
                case "XY", "YX" -> Vector3.Z;
                case "XZ", "ZX" -> Vector3.Y;
                case "YZ", "ZY" -> Vector3.X;
                default ->
                    throw PythonError.of(
                            dev.cadwright.cad.python.value.ExceptionTypes.UNBOUND_LOCAL_ERROR,
                            "cannot access local variable 'mirrorPlaneNormalVector' where it is not associated "
                                    + "with a value");
            };
        }
        return Vectors.of(plane);
    }
}
