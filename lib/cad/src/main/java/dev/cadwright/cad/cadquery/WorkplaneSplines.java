package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splines and surfaces through points, drawn on a workplane. */
final class WorkplaneSplines {
    private WorkplaneSplines() {}

    private static List<Vector3> points(WorkplaneValue self, String parameter, Arguments call) {
        List<Vector3> points = new ArrayList<>();
        if (call.truth("includeCurrent")) {
            points.add(self.currentPoint());
        }
        for (Value point : call.list(parameter)) {
            points.add(self.plane().toWorld(point, call.runtime()));
        }
        return points;
    }

    static Value spline(WorkplaneValue self, Arguments call) {
        List<Vector3> points = points(self, "listOfXYTuple", call);
        List<Optional<Vector3>> tangents = new ArrayList<>();
        if (!call.isNone("tangents")) {
            Vector3 origin = self.plane().origin();
            for (Value tangent : call.list("tangents")) {
                tangents.add(
                        tangent == NoneValue.NONE
                                ? Optional.empty()
                                : Optional.of(self.plane()
                                        .toWorld(tangent, call.runtime())
                                        .minus(origin)));
            }
        }
        Shape spline = Splines.interpolated(points, tangents, call);
        return WorkplaneArcs.drawn(self, self.modelling().shape(spline, Kind.EDGE), call);
    }

    static Value splineApprox(WorkplaneValue self, Arguments call) {
        Shape spline = approximated(points(self, "points", call), call);
        return WorkplaneArcs.drawn(self, self.modelling().shape(spline, Kind.EDGE), call);
    }

    private static Shape approximated(List<Vector3> points, Arguments call) {
        double tolerance = call.isNone("tol") || call.finite("tol") == 0 ? 1e-3 : call.finite("tol");
        return Splines.approximated(points, tolerance, call);
    }

    static Value bezier(WorkplaneValue self, Arguments call) {
        Shape bezier = new EdgeShape.Bezier(points(self, "listOfXYTuple", call), call.span());
        return WorkplaneArcs.drawn(self, self.modelling().shape(bezier, Kind.EDGE), call);
    }

    static Value parametricCurve(WorkplaneValue self, Arguments call) {
        double start = call.finite("start");
        double range = call.finite("stop") - start;
        long count = count(call);
        List<Vector3> points = new ArrayList<>();
        for (long i = 0; i <= count; i++) {
            Value at = new FloatValue(start + range * i / count);
            points.add(self.plane().toWorld(call.runtime().call(call.value("func"), List.of(at)), call.runtime()));
        }
        ShapeValue edge = self.modelling().shape(approximated(points, call), Kind.EDGE);
        if (call.truth("makeWire")) {
            return WorkplaneArcs.drawnAsWire(self, edge, false, call);
        }
        self.context().addEdge(edge, self.plane());
        return self.newObject(List.of(edge));
    }

    private static long count(Arguments call) {
        long count = call.integer("N");
        if (count < 1) {
            throw Errors.value("N must be at least 1");
        }
        return count;
    }

    static Value parametricSurface(WorkplaneValue self, Arguments call) {
        double start = call.finite("start");
        double range = call.finite("stop") - start;
        long count = count(call);
        List<List<Vector3>> rows = new ArrayList<>();
        for (long i = 0; i <= count; i++) {
            List<Vector3> row = new ArrayList<>();
            for (long j = 0; j <= count; j++) {
                List<Value> at =
                        List.of(new FloatValue(start + range * i / count), new FloatValue(start + range * j / count));
                row.add(self.plane().toWorld(call.runtime().call(call.value("func"), at), call.runtime()));
            }
            rows.add(row);
        }
        Shape face = Splines.surface(rows, call.finite("tol"), call);
        return self.newObject(List.of(self.modelling().shape(face, Kind.FACE)));
    }

    static Value interpPlate(WorkplaneValue self, Arguments call) {
        List<Shape> edges = new ArrayList<>();
        List<Vector3> corners = new ArrayList<>();
        if (call.value("surf_edges") instanceof WorkplaneValue other) {
            WorkplaneSelection.collect(other, Kind.EDGE).forEach(edge -> edges.add(edge.shape()));
        } else {
            for (Value value : call.list("surf_edges")) {
                if (value instanceof ShapeValue shape) {
                    shape.parts(Kind.EDGE).forEach(edge -> edges.add(edge.shape()));
                } else {
                    corners.add(Vectors.of(value));
                }
            }
        }
        if (!corners.isEmpty()) {
            edges.clear();
            for (int i = 0; i < corners.size(); i++) {
                edges.add(new EdgeShape.Segment(corners.get(i), corners.get((i + 1) % corners.size()), call.span()));
            }
        }
        FaceShape filled =
                new FaceShape.Filled(edges, Vectors.list(call, "surf_pts"), Splines.filling(call), call.span());
        Shape face = new ModifiedShape.Fix(filled, call.span());
        double thickness = call.finite("thickness");
        ShapeValue plate = thickness > 0
                ? self.modelling().shape(new ModifiedShape.Thickened(face, thickness, false, call.span()), Kind.SOLID)
                : self.modelling().shape(face, Kind.FACE);
        return self.placeEach(plate::moved, Combine.of(call));
    }
}
