package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Geometry;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller.SurfacePoint;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/** {@code Workplane.workplane}: a plane on what is on the stack. */
final class WorkplaneOnObject {
    private static final double TOLERANCE = WorkplaneContext.TOLERANCE;

    private WorkplaneOnObject() {}

    /** Where the new plane is, before it is projected, turned over and offset. */
    private record Seat(Vector3 centre, Vector3 xDirection, Vector3 normal) {
        static Seat onFace(Vector3 centre, Vector3 normal) {
            Vector3 x = Vector3.Z.cross(normal);
            return new Seat(centre, x.length() < TOLERANCE ? Vector3.X : x, normal);
        }
    }

    static Value workplane(WorkplaneValue self, Arguments call) {
        String option = call.text("centerOption");
        if (!List.of("CenterOfMass", "ProjectedOrigin", "CenterOfBoundBox").contains(option)) {
            throw Errors.value("Undefined centerOption value provided.");
        }
        boolean byBounds = option.equals("CenterOfBoundBox");
        Seat seat = self.objects().size() > 1 ? onFaces(self, byBounds) : onOne(self, byBounds);
        Vector3 centre = seat.centre();
        if (option.equals("ProjectedOrigin")) {
            Vector3 origin = call.isNone("origin") ? self.plane().origin() : Vectors.of(call, "origin");
            centre = VectorValue.project(origin, new PlaneValue(centre, seat.xDirection(), seat.normal()));
        }
        Vector3 normal = call.truth("invert") ? seat.normal().times(-1) : seat.normal();
        Vector3 origin = centre.plus(normal.normalised().times(call.finite("offset")));
        PlaneValue plane = new PlaneValue(origin, seat.xDirection(), normal);
        return new WorkplaneValue(self.modelling(), plane, List.of(), self, self.context());
    }

    private static Seat onFaces(WorkplaneValue self, boolean byBounds) {
        List<ShapeValue> faces = self.shapes(Kind.FACE);
        boolean plane = faces.stream().allMatch(face -> face.description().geometry() == Geometry.PLANE);
        if (!plane || faces.size() < self.objects().size()) {
            throw Errors.value("If multiple objects selected, they all must be planar faces.");
        }
        ShapeValue first = faces.getFirst();
        if (!faces.stream().skip(1).allMatch(face -> coplanar(first, face))) {
            throw Errors.value("Selected faces must be co-planar.");
        }
        Vector3 centre = byBounds ? Measuring.combinedCentreOfBounds(faces) : Measuring.combinedCentre(faces);
        return Seat.onFace(centre, normal(first, Optional.empty()));
    }

    private static boolean coplanar(ShapeValue first, ShapeValue second) {
        Vector3 n0 = normal(first, Optional.empty());
        Vector3 difference = n0.minus(normal(second, Optional.empty()));
        // As CadQuery has it: one coordinate that agrees is enough.
        boolean alike = Math.abs(difference.x()) < TOLERANCE
                || Math.abs(difference.y()) < TOLERANCE
                || Math.abs(difference.z()) < TOLERANCE;
        return alike && Math.abs(n0.dot(first.centre().minus(second.centre()))) < TOLERANCE;
    }

    private static Seat onOne(WorkplaneValue self, boolean byBounds) {
        Value object = self.first();
        if (object instanceof ShapeValue face && face.is(Kind.FACE)) {
            Vector3 centre = centre(face, byBounds);
            return Seat.onFace(centre, normal(face, Optional.of(centre)));
        }
        Vector3 centre =
                switch (object) {
                    case ShapeValue shape -> centre(shape, byBounds);
                    case VectorValue vector -> vector.value();
                    default -> throw Errors.value("Needs a face or a vertex or point on a work plane");
                };
        Optional<Value> below = Optional.ofNullable(self.parent()).map(WorkplaneValue::first);
        if (below.isPresent() && below.get() instanceof ShapeValue face && face.is(Kind.FACE)) {
            return Seat.onFace(centre, normal(face, Optional.of(centre)));
        }
        return new Seat(centre, self.plane().xDirection(), self.plane().normal());
    }

    private static Vector3 centre(ShapeValue shape, boolean byBounds) {
        return byBounds ? Measuring.bounds(shape).centre() : shape.centre();
    }

    /** The outer normal of a face near a point, or in the middle of its parameters. */
    static Vector3 normal(ShapeValue face, Optional<Vector3> near) {
        if (face.description().geometry() == Geometry.PLANE) {
            Optional<Vector3> direction = face.description().direction();
            if (direction.isPresent()) {
                return direction.get();
            }
        }
        SurfacePoint point = face.modelling().ask(asked -> asked.onSurface(face.shape(), near));
        return point.normal();
    }
}
