package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Value;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.Geometry;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cadquery.Edge}: how edges are made, and what they alone have. */
final class EdgeMaking {
    private EdgeMaking() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.staticMethod(
                        "makeLine",
                        "v1, v2",
                        call -> edge(
                                new EdgeShape.Segment(Vectors.of(call, "v1"), Vectors.of(call, "v2"), call.span()),
                                call))
                .staticMethod(
                        "makeThreePointArc",
                        "v1, v2, v3",
                        call -> edge(
                                new EdgeShape.ArcThrough(
                                        Vectors.of(call, "v1"),
                                        Vectors.of(call, "v2"),
                                        Vectors.of(call, "v3"),
                                        call.span()),
                                call))
                .staticMethod(
                        "makeTangentArc",
                        "v1, v2, v3",
                        call -> edge(
                                new EdgeShape.TangentArc(
                                        Vectors.of(call, "v1"),
                                        Vectors.of(call, "v2"),
                                        Vectors.of(call, "v3"),
                                        call.span()),
                                call))
                .staticMethod(
                        "makeCircle",
                        "radius, pnt=(0, 0, 0), dir=(0, 0, 1), angle1=360.0, angle2=360, orientation=True",
                        EdgeMaking::circle)
                .staticMethod(
                        "makeEllipse",
                        "x_radius, y_radius, pnt=(0, 0, 0), dir=(0, 0, 1), xdir=(1, 0, 0), angle1=360.0, "
                                + "angle2=360.0, sense=1",
                        call -> edge(ellipse(call, "pnt", "dir", "xdir", call.finite("sense") != 1), call))
                .staticMethod(
                        "makeSpline",
                        "listOfVector, tangents=None, periodic=False, parameters=None, scale=True, tol=1e-06",
                        EdgeMaking::spline)
                .staticMethod(
                        "makeSplineApprox",
                        "listOfVector, tol=0.001, smoothing=None, minDeg=1, maxDeg=6",
                        call -> edge(
                                Splines.approximated(Vectors.list(call, "listOfVector"), call.finite("tol"), call),
                                call))
                .staticMethod(
                        "makeBezier",
                        "points",
                        call -> edge(new EdgeShape.Bezier(Vectors.list(call, "points"), call.span()), call))
                .method("arcCenter", "", EdgeMaking::arcCenter)
                .method(
                        "trim",
                        "u0, u1",
                        (self, call) -> edge(
                                new EdgeShape.Trimmed(self.shape(), call.finite("u0"), call.finite("u1"), call.span()),
                                call))
                .method("close", "", EdgeMaking::close);
    }

    private static ShapeValue edge(Shape edge, Arguments call) {
        return Modelling.of(call.runtime()).shape(edge, Kind.EDGE);
    }

    private static Value circle(Arguments call) {
        Frame frame = Placement.frame(Vectors.of(call, "pnt"), Vectors.of(call, "dir"));
        return edge(
                new EdgeShape.CircularArc(
                        frame,
                        call.finite("radius"),
                        call.finite("angle1"),
                        call.finite("angle2"),
                        !call.truth("orientation"),
                        call.span()),
                call);
    }

    static Shape ellipse(Arguments call, String point, String direction, String xDirection, boolean reversed) {
        Frame frame =
                Placement.frame(Vectors.of(call, point), Vectors.of(call, xDirection), Vectors.of(call, direction));
        return new EdgeShape.EllipticArc(
                frame,
                call.finite("x_radius"),
                call.finite("y_radius"),
                call.finite("angle1"),
                call.finite("angle2"),
                reversed,
                call.span());
    }

    private static Value spline(Arguments call) {
        List<Optional<Vector3>> tangents = new ArrayList<>();
        if (call.truth("tangents")) {
            for (Value tangent : call.list("tangents")) {
                tangents.add(tangent == NoneValue.NONE ? Optional.empty() : Optional.of(Vectors.of(tangent)));
            }
        }
        List<Vector3> points = Vectors.list(call, "listOfVector");
        return edge(Splines.interpolated(points, tangents, call), call);
    }

    private static Value arcCenter(ShapeValue self, Arguments call) {
        Geometry geometry = self.description().geometry();
        if (self.shape() instanceof EdgeShape.CircularArc arc) {
            return new VectorValue(arc.frame().origin());
        }
        if (self.shape() instanceof EdgeShape.EllipticArc arc) {
            return new VectorValue(arc.frame().origin());
        }
        if (geometry != Geometry.CIRCLE) {
            throw geometry == Geometry.ELLIPSE
                    ? Errors.unsupported("Edge.arcCenter", "of an ellipse that another shape brought")
                    : Errors.value(geometry + " has no arc center");
        }
        // A point of a circle, its tangent and its axis lead to the centre.
        var point = Curves.at(self, 0.25);
        Vector3 inward = point.normal().orElseThrow(() -> Errors.construction("the circle has no centre"));
        return new VectorValue(point.position().plus(inward.times(1 / point.curvature())));
    }

    private static Value close(ShapeValue self, Arguments call) {
        if (self.description().closed()) {
            return self;
        }
        Shape closing = new EdgeShape.Segment(Curves.end(self), Curves.start(self), call.span());
        return self.modelling().shape(new WireShape.Assembled(List.of(self.shape(), closing), call.span()), Kind.WIRE);
    }
}
