package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Free functions that make shapes from numbers, or from lower shapes. */
final class FreeMaking {
    private FreeMaking() {}

    static void add(FreeFunctions.Table table) {
        table.add("vertex", "*args", FreeMaking::vertex);
        table.add(
                "segment",
                "p1, p2",
                call -> make(
                        call,
                        new EdgeShape.Segment(Vectors.of(call, "p1"), Vectors.of(call, "p2"), call.span()),
                        Kind.EDGE));
        table.add("polyline", "*pts", call -> polygon(call, false));
        table.add("polygon", "*pts", call -> polygon(call, true));
        table.add("rect", "w, h", FreeMaking::rect);
        table.add(
                "circle",
                "r",
                call -> make(
                        call,
                        new EdgeShape.CircularArc(Frame.XY, call.finite("r"), 0, 0, false, call.span()),
                        Kind.EDGE));
        table.add(
                "ellipse",
                "r1, r2",
                call -> make(
                        call,
                        new EdgeShape.EllipticArc(
                                Frame.XY, call.finite("r1"), call.finite("r2"), 0, 0, false, call.span()),
                        Kind.EDGE));
        table.add("spline", "*pts, tgts=None, params=None, tol=1e-06, periodic=False, scale=True", FreeMaking::spline);
        table.add("plane", "w=None, l=None", FreeMaking::plane);
        table.add("wire", "*s, history=None, name=None", FreeMaking::wire);
        table.add("face", "*s", FreeMaking::face);
        table.add("shell", "*s, tol=1e-06, manifold=True, ctx=None, history=None, name=None", FreeMaking::shell);
        table.add("solid", "*s, inner=None, tol=1e-06, history=None, name=None", FreeMaking::solid);
        table.add(
                "compound",
                "*s",
                call -> ShapeOperators.compound(
                        Modelling.of(call.runtime()), FreeFunctions.several(call, "s"), call.span()));
        table.add("text", "txt, size, *args, **kwargs", TextMaking::flat);
        primitives(table);
    }

    private static ShapeValue make(Arguments call, Shape shape, Kind kind) {
        return Modelling.of(call.runtime()).shape(shape, kind);
    }

    private static void primitives(FreeFunctions.Table table) {
        table.add("box", "w, l, h", FreeMaking::box);
        table.add(
                "cylinder",
                "d, h",
                call -> make(
                        call,
                        new SolidShape.Cylinder(Frame.XY, call.finite("d") / 2, call.finite("h"), 360, call.span()),
                        Kind.SOLID));
        table.add(
                "sphere",
                "d",
                call -> make(
                        call,
                        new SolidShape.Sphere(Frame.XY, call.finite("d") / 2, -90, 90, 360, call.span()),
                        Kind.SOLID));
        table.add(
                "torus",
                "d1, d2",
                call -> make(
                        call,
                        new SolidShape.Torus(
                                Frame.XY, call.finite("d1") / 2, call.finite("d2") / 2, 0, 360, 360, call.span()),
                        Kind.SOLID));
        table.add("cone", "d1, d2, h=None", FreeMaking::cone);
    }

    private static Value vertex(Arguments call) {
        List<Value> given = call.rest("args");
        Vector3 at = given.size() == 1 ? Vectors.of(given.getFirst()) : Vectors.of(given);
        return make(call, new EdgeShape.Point(at, call.span()), Kind.VERTEX);
    }

    private static Value polygon(Arguments call, boolean closed) {
        List<Vector3> points =
                new ArrayList<>(call.rest("pts").stream().map(Vectors::of).toList());
        boolean repeated = points.size() > 2 && points.getFirst().distanceTo(points.getLast()) < 1e-7;
        if (repeated) {
            points.removeLast();
        }
        return make(call, new WireShape.Polygon(points, closed || repeated, call.span()), Kind.WIRE);
    }

    private static Value rect(Arguments call) {
        double x = call.finite("w") / 2;
        double y = call.finite("h") / 2;
        List<Vector3> corners =
                List.of(new Vector3(-x, -y, 0), new Vector3(x, -y, 0), new Vector3(x, y, 0), new Vector3(-x, y, 0));
        return make(call, new WireShape.Polygon(corners, true, call.span()), Kind.WIRE);
    }

    private static Value spline(Arguments call) {
        List<Value> given = call.rest("pts");
        boolean list = !given.isEmpty() && !Vectors.isVector(given.getFirst());
        List<Vector3> points = list
                ? Vectors.list(given.getFirst(), call.runtime())
                : given.stream().map(Vectors::of).toList();
        List<Optional<Vector3>> tangents = new ArrayList<>();
        if (!call.isNone("tgts")) {
            Vectors.list(call, "tgts").forEach(each -> tangents.add(Optional.of(each)));
        }
        List<Double> parameters = new ArrayList<>();
        if (!call.isNone("params")) {
            call.list("params").forEach(each -> parameters.add(Conversions.finite(each, "parameter")));
        }
        return make(
                call,
                new EdgeShape.InterpolatedSpline(
                        points,
                        tangents,
                        parameters,
                        call.truth("periodic"),
                        call.truth("scale"),
                        call.finite("tol"),
                        call.span()),
                Kind.EDGE);
    }

    private static Value plane(Arguments call) {
        boolean whole = call.isNone("w");
        return make(
                call,
                new FaceShape.Rectangle(
                        Frame.XY, whole ? 0 : call.finite("w"), whole ? 0 : call.finite("l"), call.span()),
                Kind.FACE);
    }

    private static Value box(Arguments call) {
        double x = call.finite("w");
        double y = call.finite("l");
        Frame frame = new Frame(new Vector3(-x / 2, -y / 2, 0), Vector3.X, Vector3.Z);
        return make(call, new SolidShape.Box(frame, x, y, call.finite("h"), call.span()), Kind.SOLID);
    }

    private static Value cone(Arguments call) {
        boolean pointed = call.isNone("h");
        return make(
                call,
                new SolidShape.Cone(
                        Frame.XY,
                        call.finite("d1") / 2,
                        pointed ? 0 : call.finite("d2") / 2,
                        call.finite(pointed ? "d2" : "h"),
                        360,
                        call.span()),
                Kind.SOLID);
    }

    private static Value wire(Arguments call) {
        List<Shape> edges = new ArrayList<>();
        for (ShapeValue shape : FreeFunctions.several(call, "s")) {
            shape.parts(Kind.EDGE).forEach(edge -> edges.add(edge.shape()));
        }
        return make(call, new WireShape.Assembled(edges, call.span()), Kind.WIRE);
    }

    /** The wires that shapes are or hold; an edge is made one. */
    static List<ShapeValue> wires(ShapeValue shape, SourceSpan span) {
        return switch (shape.kind()) {
            case WIRE -> List.of(shape);
            case EDGE ->
                List.of(shape.modelling().shape(new WireShape.Assembled(List.of(shape.shape()), span), Kind.WIRE));
            case COMPOUND -> {
                List<ShapeValue> wires = new ArrayList<>();
                shape.members().forEach(member -> wires.addAll(wires(member, span)));
                yield wires;
            }
            case VERTEX, FACE, SHELL, SOLID ->
                throw Errors.value("Required type(s): Edge, Wire; encountered " + ShapeNames.of(shape.kind()));
        };
    }

    private static Value face(Arguments call) {
        List<Shape> wires = new ArrayList<>();
        for (ShapeValue shape : FreeFunctions.several(call, "s")) {
            wires(shape, call.span()).forEach(wire -> wires.add(wire.shape()));
        }
        Shape nested = wires.size() == 1
                ? new FaceShape.Planar(wires.getFirst(), List.of(), call.span())
                : new FaceShape.Nested(wires, call.span());
        ShapeValue found = ShapeOperators.normalised(Modelling.of(call.runtime()), nested);
        return FreeFunctions.parts(found, Kind.FACE).getFirst();
    }

    private static List<Shape> faces(List<ShapeValue> shapes) {
        List<Shape> faces = new ArrayList<>();
        shapes.forEach(shape -> FreeFunctions.parts(shape, Kind.FACE).forEach(face -> faces.add(face.shape())));
        return faces;
    }

    private static Value shell(Arguments call) {
        if (!call.isNone("ctx") || !call.truth("manifold")) {
            throw Errors.unsupported("shell(ctx=…, manifold=…)", "shells are sewn as manifolds of their own here");
        }
        Shape sewn = new GroupShape.Sewn(faces(FreeFunctions.several(call, "s")), call.finite("tol"), call.span());
        return make(call, sewn, Kind.SHELL);
    }

    private static Value solid(Arguments call) {
        Modelling modelling = Modelling.of(call.runtime());
        double tolerance = call.finite("tol");
        List<ShapeValue> given = FreeFunctions.several(call, "s");
        List<Shape> shells = new ArrayList<>();
        List<Shape> loose = new ArrayList<>();
        for (ShapeValue shape : given) {
            for (ShapeValue part : FreeFunctions.parts(shape, Kind.SHELL, Kind.FACE)) {
                (part.kind() == Kind.SHELL ? shells : loose).add(part.shape());
            }
        }
        List<Shape> cavities = new ArrayList<>();
        if (!call.isNone("inner")) {
            cavities.add(new GroupShape.Sewn(faces(ShapeTable.shapes(call, "inner")), tolerance, call.span()));
        }
        if (shells.isEmpty()) {
            shells.add(new GroupShape.Sewn(loose, tolerance, call.span()));
        }
        List<Shape> solids = shells.stream()
                .<Shape>map(shell -> new SolidShape.Filled(shell, cavities, call.span()))
                .toList();
        return ShapeOperators.oneOrCompound(modelling, solids, call.span());
    }
}
