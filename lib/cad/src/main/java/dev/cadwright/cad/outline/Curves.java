package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.geometry.Vector2;
import java.util.Optional;

/** Ends, directions and reach of curves. A circle starts and ends at its rightmost point, an ellipse at its axis. */
public final class Curves {
    private Curves() {}

    public static Vector2 start(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> line.start();
            case Curve.Arc arc -> arc.start();
            case Curve.Circle circle -> circle.centre().plus(new Vector2(circle.radius(), 0));
            case Curve.Ellipse ellipse -> ellipse.centre().plus(ellipse.axis());
            case Curve.EllipseArc arc -> arc.start();
            case Curve.Spline spline -> spline.controls().getFirst();
        };
    }

    public static Vector2 end(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> line.end();
            case Curve.Arc arc -> arc.end();
            case Curve.Circle circle -> start(circle);
            case Curve.Ellipse ellipse -> start(ellipse);
            case Curve.EllipseArc arc -> arc.end();
            case Curve.Spline spline -> spline.controls().getLast();
        };
    }

    /** The same curve run the other way. */
    public static Curve reversed(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> new Curve.Line(line.end(), line.start(), line.span());
            case Curve.Arc arc -> new Curve.Arc(arc.end(), arc.mid(), arc.start(), arc.span());
            case Curve.Circle circle -> circle;
            case Curve.Ellipse ellipse -> ellipse;
            case Curve.EllipseArc arc ->
                new Curve.EllipseArc(
                        arc.end(), arc.start(), arc.centre(), arc.axis(), arc.radius(), !arc.clockwise(), arc.span());
            case Curve.Spline spline -> new SplineCurve(spline).reversed();
        };
    }

    /** The same curve with its ends moved; a circle and an ellipse have none. */
    public static Curve between(Curve curve, Vector2 start, Vector2 end) {
        return switch (curve) {
            case Curve.Line line -> new Curve.Line(start, end, line.span());
            case Curve.Arc arc -> new Curve.Arc(start, arc.mid(), end, arc.span());
            case Curve.Circle circle -> circle;
            case Curve.Ellipse ellipse -> ellipse;
            case Curve.EllipseArc arc ->
                new Curve.EllipseArc(start, end, arc.centre(), arc.axis(), arc.radius(), arc.clockwise(), arc.span());
            case Curve.Spline spline -> new SplineCurve(spline).between(start, end);
        };
    }

    /** The lowest and the highest of {@code direction · point} over the curve; exact but for splines, to 1e-12. */
    public static double[] reach(Curve curve, Vector2 direction) {
        return switch (curve) {
            case Curve.Line line -> chord(line.start(), line.end(), direction);
            case Curve.Circle circle -> round(CircularArc.of(circle)).reach(direction);
            case Curve.Arc arc -> {
                Optional<CircularArc> round = CircularArc.of(arc);
                yield round.isPresent()
                        ? within(round(round.get()).reach(direction), arc, direction)
                        : chord(arc.start(), arc.end(), direction);
            }
            case Curve.Ellipse ellipse -> EllipticalArc.of(ellipse).reach(direction);
            case Curve.EllipseArc arc -> within(EllipticalArc.of(arc).reach(direction), arc, direction);
            case Curve.Spline spline -> new SplineCurve(spline).reach(direction);
        };
    }

    /** The ends themselves belong to the curve, whatever rounding makes of its angles. */
    private static double[] within(double[] reach, Curve curve, Vector2 direction) {
        EllipticalArc.include(reach, direction.dot(start(curve)));
        EllipticalArc.include(reach, direction.dot(end(curve)));
        return reach;
    }

    private static double[] chord(Vector2 start, Vector2 end, Vector2 direction) {
        double[] reach = {direction.dot(start), direction.dot(start)};
        EllipticalArc.include(reach, direction.dot(end));
        return reach;
    }

    static EllipticalArc round(CircularArc arc) {
        Vector2 first = new Vector2(arc.radius(), 0);
        Vector2 second = new Vector2(0, arc.radius());
        return new EllipticalArc(arc.centre(), first, second, arc.startAngle(), arc.sweep());
    }
}
