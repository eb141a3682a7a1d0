package dev.cadwright.cad.lower;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.EllipticalArc;
import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.FaceShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Profiles of a plane in space: faces, wires and edges. */
public final class ProfileShapes {
    private ProfileShapes() {}

    /** The face of a profile; where holes are not all inside its outline, a compound of faces. */
    public static Shape face(Frame plane, Profile profile, SourceSpan span) {
        List<Shape> holes = profile.holes().stream()
                .map(hole -> wire(plane, hole.curves(), span))
                .toList();
        return new FaceShape.Planar(wire(plane, profile.outer().curves(), span), holes, span);
    }

    static Shape wire(Frame plane, List<Curve> curves, SourceSpan span) {
        List<Shape> edges = curves.stream().map(curve -> edge(plane, curve)).toList();
        return new WireShape.Assembled(edges, span);
    }

    private static Shape edge(Frame plane, Curve curve) {
        return switch (curve) {
            case Curve.Line line -> segment(plane, line.start(), line.end(), line.span());
            case Curve.Arc arc ->
                CircularArc.of(arc).isPresent()
                        ? new EdgeShape.ArcThrough(
                                at(plane, arc.start()), at(plane, arc.mid()), at(plane, arc.end()), arc.span())
                        : segment(plane, arc.start(), arc.end(), arc.span());
            case Curve.Circle circle -> {
                Frame frame = new Frame(at(plane, circle.centre()), plane.xAxis(), plane.normal());
                yield new EdgeShape.CircularArc(frame, circle.radius(), 0, 0, false, circle.span());
            }
            case Curve.Ellipse ellipse ->
                ellipse(plane, ellipse.centre(), ellipse.axis(), ellipse.radius(), 0, 0, false, ellipse.span());
            case Curve.EllipseArc arc -> ellipseArc(plane, arc);
            case Curve.Spline spline -> spline(plane, spline);
        };
    }

    private static Shape segment(Frame plane, Vector2 start, Vector2 end, SourceSpan span) {
        return new EdgeShape.Segment(at(plane, start), at(plane, end), span);
    }

    private static Shape ellipseArc(Frame plane, Curve.EllipseArc arc) {
        EllipticalArc round = EllipticalArc.of(arc);
        double from = Math.toDegrees(round.startAngle());
        double to = Math.toDegrees(round.startAngle() + round.sweep());
        // A clockwise arc is the counter-clockwise one between its ends, turned round.
        return arc.clockwise()
                ? ellipse(plane, arc.centre(), arc.axis(), arc.radius(), to, from, true, arc.span())
                : ellipse(plane, arc.centre(), arc.axis(), arc.radius(), from, to, false, arc.span());
    }

    private static Shape ellipse(
            Frame plane,
            Vector2 centre,
            Vector2 axis,
            double radius,
            double from,
            double to,
            boolean reversed,
            SourceSpan span) {
        Vector3 xAxis = plane.xAxis().times(axis.x()).plus(plane.yAxis().times(axis.y()));
        // An ellipse without an axis is refused by the kernel for its radius.
        Frame frame = new Frame(at(plane, centre), axis.length() > 0 ? xAxis : plane.xAxis(), plane.normal());
        return new EdgeShape.EllipticArc(frame, axis.length(), radius, from, to, reversed, span);
    }

    private static Shape spline(Frame plane, Curve.Spline spline) {
        List<Vector3> poles =
                spline.controls().stream().map(point -> at(plane, point)).toList();
        if (poles.size() == spline.degree() + 1 && spline.weights().isEmpty()) {
            return new EdgeShape.Bezier(poles, spline.span());
        }
        List<Double> knots = new ArrayList<>();
        List<Integer> multiplicities = new ArrayList<>();
        for (double knot : spline.knots()) {
            if (!knots.isEmpty() && knots.getLast() == knot) {
                multiplicities.set(multiplicities.size() - 1, multiplicities.getLast() + 1);
            } else {
                knots.add(knot);
                multiplicities.add(1);
            }
        }
        return new EdgeShape.BSpline(
                poles, spline.weights(), knots, multiplicities, spline.degree(), false, spline.span());
    }

    private static Vector3 at(Frame plane, Vector2 point) {
        return plane.at(point.x(), point.y());
    }
}
