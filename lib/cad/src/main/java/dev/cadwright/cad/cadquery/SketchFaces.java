package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Faces at every selected place of a sketch. */
final class SketchFaces {
    private static final double CONNECT = 1e-6;
    private static final int MOST_SIDES = 100_000;

    private SketchFaces() {}

    /** The places that are selected; the origin while none is. */
    static List<Transform> places(SketchValue self, boolean ignoreSelection) {
        if (ignoreSelection || !self.hasSelection()) {
            return List.of(Transform.IDENTITY);
        }
        return self.selection().stream().map(SketchFaces::place).toList();
    }

    static Transform place(Value value) {
        return switch (value) {
            case LocationValue location -> location.transform();
            case ShapeValue shape -> Transform.translation(shape.centre());
            case VectorValue vector -> Transform.translation(vector.value());
            default -> throw PythonError.typeError("a " + value.typeName() + " has no place");
        };
    }

    private static SketchValue place(SketchValue self, List<ShapeValue> faces, boolean everywhere, Arguments call) {
        List<ShapeValue> placed = new ArrayList<>();
        for (Transform place : places(self, everywhere)) {
            faces.forEach(face -> placed.add(face.moved(place)));
        }
        self.combine(placed, call.text("mode"), tag(call), call.span());
        return self;
    }

    private static String tag(Arguments call) {
        return call.optionalText("tag").filter(tag -> !tag.isEmpty()).orElse(null);
    }

    private static SketchValue place(SketchValue self, Shape face, Arguments call) {
        return place(self, List.of(self.modelling().shape(face, Kind.FACE)), false, call);
    }

    static Value face(SketchValue self, Arguments call) {
        List<ShapeValue> faces =
                switch (call.value("b")) {
                    case ShapeValue wire when wire.is(Kind.WIRE) -> List.of(planar(wire.shape(), wire, call.span()));
                    case ShapeValue shape -> shape.parts(Kind.FACE);
                    case SketchValue sketch -> sketch.faces().parts(Kind.FACE);
                    case Value edges -> List.of(ofEdges(self, call.runtime().list(edges), call.span()));
                };
        return place(self, turned(faces, call.finite("angle")), call.truth("ignore_selection"), call);
    }

    private static List<ShapeValue> turned(List<ShapeValue> faces, double angle) {
        if (angle == 0) {
            return faces;
        }
        Transform turn = Transform.rotation(Vector3.Z, Math.toRadians(angle));
        return faces.stream().map(face -> face.moved(turn)).toList();
    }

    private static ShapeValue planar(Shape wire, ShapeValue of, SourceSpan span) {
        return of.modelling().shape(new FaceShape.Planar(wire, List.of(), span), Kind.FACE);
    }

    private static ShapeValue ofEdges(SketchValue self, List<? extends Value> edges, SourceSpan span) {
        if (edges.isEmpty()) {
            throw PythonError.indexError("list index out of range");
        }
        List<Shape> shapes =
                edges.stream().map(ShapeValue::of).map(ShapeValue::shape).toList();
        Shape wires = new WireShape.Connected(shapes, CONNECT, span);
        return self.modelling().shape(new FaceShape.Planar(wires, List.of(), span), Kind.FACE);
    }

    static Value assemble(SketchValue self, Arguments call) {
        List<ShapeValue> edges =
                self.edges().stream().filter(edge -> !edge.isForConstruction()).toList();
        return place(self, List.of(ofEdges(self, edges, call.span())), false, call);
    }

    static Value rect(SketchValue self, Arguments call) {
        Shape face = new FaceShape.Rectangle(Frame.XY, call.finite("w"), call.finite("h"), call.span());
        ShapeValue value = self.modelling().shape(face, Kind.FACE);
        double angle = call.finite("angle");
        if (angle != 0) {
            value = value.copied(Placement.turn(Vector3.ZERO, Vector3.Z, angle), call.span());
        }
        return place(self, List.of(value), false, call);
    }

    static Value circle(SketchValue self, Arguments call) {
        Shape wire = WorkplaneProfiles.circle(call.finite("r"), call.span());
        return place(self, new FaceShape.Planar(wire, List.of(), call.span()), call);
    }

    static Value ellipse(SketchValue self, Arguments call) {
        Shape wire = WorkplaneProfiles.ellipse(
                call.finite("a1"), call.finite("a2"), call.finite("angle"), self.modelling(), call);
        return place(self, new FaceShape.Planar(wire, List.of(), call.span()), call);
    }

    static Value trapezoid(SketchValue self, Arguments call) {
        double w = call.finite("w");
        double h = call.finite("h");
        double a1 = Math.toRadians(call.finite("a1"));
        double a2 = call.truth("a2") ? Math.toRadians(call.finite("a2")) : a1;
        Vector3 v1 = new Vector3(-w / 2, -h / 2, 0);
        Vector3 v2 = new Vector3(w / 2, -h / 2, 0);
        Vector3 v3 = new Vector3(-w / 2 + h / Math.tan(a1), h / 2, 0);
        Vector3 v4 = new Vector3(w / 2 - h / Math.tan(a2), h / 2, 0);
        return polygon(self, List.of(v1, v2, v4, v3), call);
    }

    static Value slot(SketchValue self, Arguments call) {
        double w = call.finite("w");
        double h = call.finite("h");
        Vector3 p1 = new Vector3(-w / 2, h / 2, 0);
        Vector3 p2 = new Vector3(w / 2, h / 2, 0);
        Vector3 p3 = new Vector3(-w / 2, -h / 2, 0);
        Vector3 p4 = new Vector3(w / 2, -h / 2, 0);
        Vector3 p5 = new Vector3(-w / 2 - h / 2, 0, 0);
        Vector3 p6 = new Vector3(w / 2 + h / 2, 0, 0);
        SourceSpan span = call.span();
        Shape wire = new WireShape.Assembled(
                List.of(
                        new EdgeShape.Segment(p1, p2, span),
                        new EdgeShape.ArcThrough(p2, p6, p4, span),
                        new EdgeShape.Segment(p4, p3, span),
                        new EdgeShape.ArcThrough(p3, p5, p1, span)),
                span);
        ShapeValue face = self.modelling().shape(new FaceShape.Planar(wire, List.of(), span), Kind.FACE);
        return place(self, turned(List.of(face), call.finite("angle")), false, call);
    }

    static Value regularPolygon(SketchValue self, Arguments call) {
        long sides = call.integer("n");
        if (sides == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "float division by zero");
        }
        if (sides > MOST_SIDES) {
            throw Errors.value("a polygon of " + sides + " sides");
        }
        double radius = call.finite("r");
        List<Vector3> points = new ArrayList<>();
        for (int i = 0; i < sides; i++) {
            double angle = i * 2 * Math.PI / sides;
            points.add(new Vector3(radius * Math.sin(angle), radius * Math.cos(angle), 0));
        }
        return polygon(self, points, call);
    }

    static Value polygon(SketchValue self, Arguments call) {
        return polygon(self, Vectors.list(call, "pts"), call);
    }

    private static Value polygon(SketchValue self, List<Vector3> points, Arguments call) {
        boolean repeated = points.size() > 1 && points.getFirst().distanceTo(points.getLast()) < 1e-7;
        List<Vector3> corners = repeated ? points.subList(0, points.size() - 1) : points;
        Shape wire = new WireShape.Polygon(corners, true, call.span());
        ShapeValue face = self.modelling().shape(new FaceShape.Planar(wire, List.of(), call.span()), Kind.FACE);
        return place(self, turned(List.of(face), call.finite("angle")), false, call);
    }

    static Value each(SketchValue self, Arguments call) {
        Function<Transform, Value> make =
                place -> call.runtime().call(call.value("callback"), List.of(new LocationValue(place)));
        List<ShapeValue> made = new ArrayList<>();
        for (Transform place : places(self, call.truth("ignore_selection"))) {
            switch (make.apply(place)) {
                case SketchValue sketch -> made.addAll(sketch.faces().parts(Kind.FACE));
                case ShapeValue shape when shape.is(Kind.COMPOUND) -> made.addAll(shape.parts(Kind.FACE));
                case Value value -> made.add(ShapeValue.of(value));
            }
        }
        self.combine(made, call.text("mode"), tag(call), call.span());
        return self;
    }

    /** Adds faces that a change of the sketch made. */
    static void add(SketchValue self, Shape wire, Arguments call) {
        ShapeValue face = self.modelling().shape(new FaceShape.Planar(wire, List.of(), call.span()), Kind.FACE);
        place(self, List.of(face), true, call);
    }
}
