package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.BooleanShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.SolidShape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Free functions that change shapes or make higher ones of them. */
final class FreeChanges {
    private static final String HISTORY = ", history=None, name=None";

    private FreeChanges() {}

    static void add(FreeFunctions.Table table) {
        table.add("fuse", "s1, s2, *shapes, tol=0.0, glue=None" + HISTORY, FreeChanges::fuse);
        table.add(
                "cut",
                "s1, s2, tol=0.0, glue=None" + HISTORY,
                call -> normalised(
                        call,
                        new BooleanShape.Cut(
                                shape(call, "s1"), List.of(shape(call, "s2")), call.finite("tol"), call.span())));
        table.add(
                "intersect",
                "s1, s2, tol=0.0, glue=None" + HISTORY,
                call -> normalised(
                        call,
                        new BooleanShape.Common(
                                shape(call, "s1"), List.of(shape(call, "s2")), call.finite("tol"), call.span())));
        table.add(
                "split",
                "s1, s2, tol=0.0" + HISTORY,
                call -> normalised(
                        call, new BooleanShape.Split(shape(call, "s1"), List.of(shape(call, "s2")), call.span())));
        table.add("clean", "s", call -> normalised(call, new ModifiedShape.Clean(shape(call, "s"), call.span())));
        table.add("fill", "s, constraints=()", FreeChanges::fill);
        table.add(
                "fillet",
                "s, edges, r" + HISTORY,
                call -> normalised(
                        call,
                        new ModifiedShape.Fillet(
                                body(call), parts(call, "edges", Kind.EDGE), call.finite("r"), call.span())));
        table.add(
                "chamfer",
                "s, edges, d" + HISTORY,
                call -> normalised(
                        call,
                        new ModifiedShape.Chamfer(
                                body(call),
                                parts(call, "edges", Kind.EDGE),
                                call.finite("d"),
                                OptionalDouble.empty(),
                                call.span())));
        table.add("extrude", "s, d, both=False" + HISTORY, FreeChanges::extrude);
        table.add("revolve", "s, p, d, a=360" + HISTORY, FreeChanges::revolve);
        table.add("offset", "s, t, cap=True, both=False, tol=1e-06" + HISTORY, FreeChanges::offset);
        table.add("offset2D", "s, t, ctx=None, kind=\"arc\", closed=True" + HISTORY, FreeChanges::offset2D);
        table.add("fillet2D", "s, verts, r" + HISTORY, call -> corners(call, true, "r"));
        table.add("chamfer2D", "s, verts, d" + HISTORY, call -> corners(call, false, "d"));
        table.add("hollow", "s, faces, t, tol=0.001, kind=\"intersection\"" + HISTORY, FreeChanges::hollow);
        table.add("sweep", "s, path, aux=None, cap=False, transition=\"transformed\"" + HISTORY, FreeSkins::sweep);
        table.add(
                "loft",
                "*s, cap=False, ruled=False, continuity=\"C2\", parametrization=\"uniform\", degree=3, compat=True, "
                        + "smoothing=False, weights=(1, 1, 1)" + HISTORY,
                FreeSkins::loft);
    }

    static Shape shape(Arguments call, String parameter) {
        return ShapeValue.of(call.value(parameter)).shape();
    }

    private static List<Shape> parts(Arguments call, String parameter, Kind kind) {
        return ShapeValue.shapes(ShapeValue.of(call.value(parameter)).parts(kind));
    }

    static ShapeValue normalised(Arguments call, Shape shape) {
        return ShapeOperators.normalised(Modelling.of(call.runtime()), shape);
    }

    private static Shape body(Arguments call) {
        return FreeFunctions.parts(ShapeValue.of(call.value("s")), Kind.SHELL, Kind.SOLID)
                .getFirst()
                .shape();
    }

    private static Value fuse(Arguments call) {
        List<Shape> shapes = new ArrayList<>(List.of(shape(call, "s1"), shape(call, "s2")));
        ShapeTable.rest(call, "shapes").forEach(each -> shapes.add(each.shape()));
        return normalised(call, new BooleanShape.Fuse(shapes, call.truth("glue"), call.finite("tol"), call.span()));
    }

    private static Value fill(Arguments call) {
        List<Vector3> points = new ArrayList<>();
        for (Value constraint : call.list("constraints")) {
            if (constraint instanceof ShapeValue) {
                throw Errors.unsupported("fill", "inner edges as constraints");
            }
            points.add(Vectors.of(constraint));
        }
        return normalised(
                call,
                new FaceShape.Filled(parts(call, "s", Kind.EDGE), points, FaceShape.Filling.STANDARD, call.span()));
    }

    private static List<ShapeValue> sweepable(Arguments call) {
        return FreeFunctions.parts(ShapeValue.of(call.value("s")), Kind.VERTEX, Kind.EDGE, Kind.WIRE, Kind.FACE);
    }

    private static Value extrude(Arguments call) {
        Vector3 along = Vectors.of(call, "d");
        boolean both = call.truth("both");
        List<Shape> swept = new ArrayList<>();
        for (ShapeValue each : sweepable(call)) {
            ShapeValue base = both ? each.moved(Transform.translation(along.times(-1))) : each;
            swept.add(new SolidShape.Prism(base.shape(), both ? along.times(2) : along, call.span()));
        }
        return ShapeOperators.oneOrCompound(Modelling.of(call.runtime()), swept, call.span());
    }

    private static Value revolve(Arguments call) {
        Vector3 start = Vectors.of(call, "p");
        Vector3 end = start.plus(Vectors.of(call, "d"));
        List<Shape> swept = new ArrayList<>();
        for (ShapeValue each : sweepable(call)) {
            swept.add(new SolidShape.Revolution(each.shape(), start, end, call.finite("a"), call.span()));
        }
        return ShapeOperators.oneOrCompound(Modelling.of(call.runtime()), swept, call.span());
    }

    private static Value offset(Arguments call) {
        if (!call.truth("cap")) {
            throw Errors.unsupported("offset(cap=False)", "only thickened faces are made here");
        }
        List<Shape> thick = new ArrayList<>();
        for (ShapeValue each : FreeFunctions.parts(ShapeValue.of(call.value("s")), Kind.FACE, Kind.SHELL)) {
            thick.add(new ModifiedShape.Thickened(each.shape(), call.finite("t"), call.truth("both"), call.span()));
        }
        return ShapeOperators.oneOrCompound(Modelling.of(call.runtime()), thick, call.span());
    }

    private static Value offset2D(Arguments call) {
        if (!call.isNone("ctx") || !call.truth("closed")) {
            throw Errors.unsupported("offset2D(ctx=…, closed=…)", "only closed plane wires are offset here");
        }
        List<ShapeValue> wires = FreeMaking.wires(ShapeValue.of(call.value("s")), call.span());
        if (wires.size() != 1) {
            throw Errors.unsupported("offset2D", "of several wires at once");
        }
        return normalised(
                call,
                new WireShape.Offset(
                        wires.getFirst().shape(),
                        call.finite("t"),
                        WorkplaneWires.join(call.text("kind")),
                        call.span()));
    }

    private static Value corners(Arguments call, boolean rounded, String size) {
        Shape face = FreeFunctions.parts(ShapeValue.of(call.value("s")), Kind.FACE)
                .getFirst()
                .shape();
        return normalised(
                call,
                new WireShape.Corners(
                        face, parts(call, "verts", Kind.VERTEX), call.finite(size), rounded, call.span()));
    }

    private static Value hollow(Arguments call) {
        ShapeValue solid = ShapeValue.of(call.value("s")).parts(Kind.SOLID).getFirst();
        boolean bare = Vectors.isNumber(call.value("faces"));
        if (bare) {
            throw Errors.unsupported("hollow(s, t)", "write hollow(s, None, t)");
        }
        List<ShapeValue> faces = call.isNone("faces")
                ? List.of()
                : ShapeValue.of(call.value("faces")).parts(Kind.FACE);
        return normalised(call, WorkplaneChanges.hollow(solid, faces, call.finite("tol"), "t", call));
    }
}
