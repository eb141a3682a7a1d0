package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** How {@code cadquery.Face} and {@code cadquery.Shell} are made. */
final class FaceMaking {
    private FaceMaking() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.staticMethod("makeFromWires", "outerWire, innerWires=()", call -> {
                    List<ShapeValue> wires = new ArrayList<>(List.of(ShapeValue.of(call.value("outerWire"))));
                    wires.addAll(ShapeTable.shapes(call, "innerWires"));
                    return Faces.planar(Modelling.of(call.runtime()), wires, call.span());
                })
                .staticMethod(
                        "makePlane", "length=None, width=None, basePnt=(0, 0, 0), dir=(0, 0, 1)", FaceMaking::plane)
                .staticMethod("makeRuledSurface", "edgeOrWire1, edgeOrWire2", FaceMaking::ruled)
                .staticMethod(
                        "makeSplineApprox",
                        "points, tol=0.01, smoothing=None, minDeg=1, maxDeg=3",
                        FaceMaking::approximated)
                .staticMethod(
                        "makeNSidedSurface",
                        "edges, constraints, continuity=None, degree=3, nbPtsOnCur=15, nbIter=2, anisotropy=False, "
                                + "tol2d=1e-05, tol3d=0.0001, tolAng=0.01, tolCurv=0.1, maxDeg=8, maxSegments=9",
                        FaceMaking::filled)
                .unsupported("constructOn", "faces on curved surfaces are not trimmed here");
    }

    static void addShell(HostTypeBuilder<ShapeValue> table) {
        table.staticMethod("makeShell", "listOfFaces", call -> Modelling.of(call.runtime())
                .shape(
                        new GroupShape.Sewn(
                                ShapeValue.shapes(ShapeTable.shapes(call, "listOfFaces")), 1e-6, call.span()),
                        Kind.SHELL));
    }

    private static ShapeValue face(Shape face, Arguments call) {
        return Modelling.of(call.runtime()).shape(face, Kind.FACE);
    }

    private static Value plane(Arguments call) {
        Frame frame = Placement.frame(Vectors.of(call, "basePnt"), Vectors.of(call, "dir"));
        boolean bounded = call.truth("length") && call.truth("width");
        return face(
                new FaceShape.Rectangle(
                        frame, bounded ? call.finite("width") : 0, bounded ? call.finite("length") : 0, call.span()),
                call);
    }

    private static Value ruled(Arguments call) {
        Shape ruled = new FaceShape.Ruled(
                ShapeValue.of(call.value("edgeOrWire1")).shape(),
                ShapeValue.of(call.value("edgeOrWire2")).shape(),
                call.span());
        return Modelling.of(call.runtime()).cast(ruled);
    }

    private static Value approximated(Arguments call) {
        List<List<Vector3>> rows = call.list("points").stream()
                .map(row -> Vectors.list(row, call.runtime()))
                .toList();
        return face(Splines.surface(rows, call.finite("tol"), call), call);
    }

    private static Value filled(Arguments call) {
        List<Shape> edges = new ArrayList<>();
        ShapeTable.shapes(call, "edges")
                .forEach(each -> each.parts(Kind.EDGE).forEach(edge -> edges.add(edge.shape())));
        List<Vector3> points = new ArrayList<>();
        for (Value constraint : call.list("constraints")) {
            if (constraint instanceof ShapeValue) {
                throw Errors.unsupported("Face.makeNSidedSurface", "inner edges as constraints");
            }
            points.add(Vectors.of(constraint));
        }
        Shape filled = new FaceShape.Filled(edges, points, Splines.filling(call), call.span());
        return face(new ModifiedShape.Fix(filled, call.span()), call);
    }
}
