package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller.Crossing;
import dev.cadwright.cad.shape.Modeller.SurfacePoint;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What {@code cadquery.Face} has. */
final class FaceTable {
    private static final String TRIMMED = "faces on curved surfaces are not trimmed here";

    private FaceTable() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.method("outerWire", "", (self, call) -> Faces.outer(self))
                .method("innerWires", "", (self, call) -> new ListValue(Faces.inner(self)))
                .method("normalAt", "*args", FaceTable::normalAt)
                .method(
                        "positionAt",
                        "u, v",
                        (self, call) -> new VectorValue(point(self, call).position()))
                .method("tangentAt", "u, v", (self, call) -> tangents(point(self, call)))
                .method("locationAt", "u, v", (self, call) -> location(point(self, call)))
                .method("paramAt", "pt", FaceTable::paramAt)
                .method("fillet2D", "radius, vertices", (self, call) -> corners(self, true, "radius", call))
                .method("chamfer2D", "d, vertices", (self, call) -> corners(self, false, "d", call))
                .method("thicken", "thickness", (self, call) -> self.modelling()
                        .shape(
                                new ModifiedShape.Thickened(self.shape(), call.finite("thickness"), false, call.span()),
                                Kind.SOLID))
                .unsupported("trim", TRIMMED)
                .unsupported("project", TRIMMED)
                .unsupported("toArcs", "curves are not replaced by arcs here")
                .unsupported("uvBounds", TRIMMED)
                .unsupported("isoline", TRIMMED)
                .unsupported("isolines", TRIMMED)
                .unsupported("extend", TRIMMED)
                .unsupported("addHole", "use Face.makeFromWires")
                .unsupported("toPln", "there is no kernel object to hand out");
    }

    private static Value normalAt(ShapeValue self, Arguments call) {
        List<Value> given = call.rest("args");
        if (given.size() == 2) {
            SurfacePoint point = self.modelling()
                    .ask(asked ->
                            asked.onSurface(self.shape(), Vectors.number(given.get(0)), Vectors.number(given.get(1))));
            return TupleValue.of(new VectorValue(point.normal()), new VectorValue(point.position()));
        }
        boolean middle = given.isEmpty() || given.getFirst() == NoneValue.NONE;
        Optional<Vector3> near = middle ? Optional.empty() : Optional.of(Vectors.of(given.getFirst()));
        return new VectorValue(WorkplaneOnObject.normal(self, near));
    }

    private static SurfacePoint point(ShapeValue self, Arguments call) {
        return self.modelling().ask(asked -> asked.onSurface(self.shape(), call.finite("u"), call.finite("v")));
    }

    private static Value tangents(SurfacePoint point) {
        return TupleValue.of(
                new VectorValue(point.uTangent()),
                new VectorValue(point.vTangent()),
                new VectorValue(point.position()));
    }

    static LocationValue location(SurfacePoint point) {
        Vector3 normal = point.uTangent().cross(point.vTangent());
        return new LocationValue(Placement.of(Placement.frame(point.position(), point.uTangent(), normal)));
    }

    private static Value paramAt(ShapeValue self, Arguments call) {
        Vector3 near = Vectors.of(call, "pt");
        SurfacePoint point = self.modelling().ask(asked -> asked.onSurface(self.shape(), Optional.of(near)));
        return TupleValue.of(point.u(), point.v());
    }

    static ShapeValue corners(ShapeValue face, boolean rounded, String size, Arguments call) {
        List<Shape> vertices = ShapeValue.shapes(ShapeTable.shapes(call, "vertices"));
        return face.modelling()
                .shape(
                        new WireShape.Corners(face.shape(), vertices, call.finite(size), rounded, call.span()),
                        Kind.FACE);
    }

    /** {@code facesIntersectedByLine}: near ones first. */
    static Value alongLine(ShapeValue self, Arguments call) {
        double tolerance = call.finite("tol");
        String direction = call.isNone("direction") ? "" : call.text("direction");
        if (!List.of("", "AlongAxis", "Opposite").contains(direction)) {
            throw Errors.value("Invalid direction specification.");
        }
        List<Crossing> crossings = self.modelling()
                .ask(asked ->
                        asked.facesAlong(self.shape(), Vectors.of(call, "point"), Vectors.of(call, "axis"), tolerance));
        List<Value> faces = new ArrayList<>();
        crossings.stream()
                .filter(crossing -> direction.isEmpty()
                        || (crossing.at() * crossing.at() > tolerance
                                && crossing.at() > 0 == direction.equals("AlongAxis")))
                .sorted(Comparator.comparingDouble(crossing -> Math.abs(crossing.at())))
                .forEach(crossing -> faces.add(self.modelling()
                        .shape(
                                new ModifiedShape.Part(self.shape(), Kind.FACE, crossing.face(), call.span()),
                                Kind.FACE)));
        return new ListValue(faces);
    }
}
