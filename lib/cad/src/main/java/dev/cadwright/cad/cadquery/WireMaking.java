package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** {@code cadquery.Wire}: how wires are made, and what they alone have. */
final class WireMaking {
    private WireMaking() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.staticMethod(
                        "assembleEdges",
                        "listOfEdges",
                        call -> wire(
                                new WireShape.Assembled(
                                        ShapeValue.shapes(ShapeTable.shapes(call, "listOfEdges")), call.span()),
                                call))
                .staticMethod(
                        "combine",
                        "listOfWires, tol=1e-09",
                        call -> new ListValue(WorkplaneWires.combine(
                                Modelling.of(call.runtime()),
                                ShapeTable.shapes(call, "listOfWires"),
                                call.finite("tol"),
                                call.span())))
                .staticMethod("makePolygon", "listOfVertices, forConstruction=False, close=False", WireMaking::polygon)
                .staticMethod("makeCircle", "radius, center, normal", WireMaking::circle)
                .staticMethod(
                        "makeEllipse",
                        "x_radius, y_radius, center, normal, xDir, angle1=360.0, angle2=360.0, rotation_angle=0.0, "
                                + "closed=True",
                        WireMaking::ellipse)
                .staticMethod(
                        "makeHelix",
                        "pitch, height, radius, center=(0, 0, 0), dir=(0, 0, 1), angle=360.0, lefthand=False",
                        WireMaking::helix)
                .method("close", "", WireMaking::close)
                .method(
                        "stitch",
                        "other",
                        (self, call) -> wire(
                                new WireShape.Assembled(
                                        List.of(
                                                self.shape(),
                                                ShapeValue.of(call.value("other"))
                                                        .shape()),
                                        call.span()),
                                call))
                .method(
                        "offset2D",
                        "d, kind=\"arc\"",
                        (self, call) -> new ListValue(WorkplaneWires.offset(
                                self, call.finite("d"), WorkplaneWires.join(call.text("kind")), call.span())))
                .method("fillet2D", "radius, vertices", (self, call) -> corners(self, true, "radius", call))
                .method("chamfer2D", "d, vertices", (self, call) -> corners(self, false, "d", call))
                .unsupported("fillet", "use fillet2D");
    }

    private static ShapeValue wire(Shape wire, Arguments call) {
        return Modelling.of(call.runtime()).shape(wire, Kind.WIRE);
    }

    private static Value polygon(Arguments call) {
        List<Vector3> points = new ArrayList<>(Vectors.list(call, "listOfVertices"));
        boolean closed = call.truth("close");
        if (points.size() > 2 && points.getFirst().distanceTo(points.getLast()) < 1e-7) {
            points.removeLast();
            closed = true;
        }
        return wire(new WireShape.Polygon(points, closed, call.span()), call)
                .forConstruction(call.truth("forConstruction"));
    }

    private static Value circle(Arguments call) {
        Frame frame = Placement.frame(Vectors.of(call, "center"), Vectors.of(call, "normal"));
        Shape edge = new EdgeShape.CircularArc(frame, call.finite("radius"), 360, 360, false, call.span());
        return wire(new WireShape.Assembled(List.of(edge), call.span()), call);
    }

    private static Value ellipse(Arguments call) {
        Shape arc = EdgeMaking.ellipse(call, "center", "normal", "xDir", false);
        List<Shape> edges = new ArrayList<>(List.of(arc));
        if (call.finite("angle1") != call.finite("angle2") && call.truth("closed")) {
            edges.add(new EdgeShape.Closing(arc, call.span()));
        }
        ShapeValue wire = wire(new WireShape.Assembled(edges, call.span()), call);
        double turn = call.finite("rotation_angle");
        return turn == 0
                ? wire
                : wire.copied(
                        Placement.turn(Vectors.of(call, "center"), Vectors.of(call, "normal"), turn), call.span());
    }

    private static Value helix(Arguments call) {
        double angle = call.finite("angle");
        return wire(
                new WireShape.Helix(
                        Placement.frame(Vectors.of(call, "center"), Vectors.of(call, "dir")),
                        call.finite("pitch"),
                        call.finite("height"),
                        call.finite("radius"),
                        angle == 360 ? 0 : angle,
                        call.truth("lefthand"),
                        call.span()),
                call);
    }

    private static Value close(ShapeValue self, Arguments call) {
        if (self.description().closed()) {
            return self;
        }
        Shape closing = new EdgeShape.Closing(self.shape(), call.span());
        return WorkplaneWires.combine(
                        self.modelling(), List.of(self, self.modelling().shape(closing, Kind.EDGE)), 1e-9, call.span())
                .getFirst();
    }

    private static Value corners(ShapeValue self, boolean rounded, String size, Arguments call) {
        Shape face = new FaceShape.Planar(self.shape(), List.of(), call.span());
        ShapeValue value = self.modelling().shape(face, Kind.FACE);
        return Faces.outer(FaceTable.corners(value, rounded, size, call));
    }
}
