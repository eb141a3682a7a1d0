package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.geometry.Vector2;

/**
 * An elliptical arc by its half axes and parameters: the point at angle t is centre + cos t · first + sin t · second.
 *
 * @param first a half axis
 * @param second the other, a quarter turn counter-clockwise of the first
 * @param startAngle the parameter where it starts, in radians
 * @param sweep in radians, positive counter-clockwise, at most a full turn in size
 */
public record EllipticalArc(Vector2 centre, Vector2 first, Vector2 second, double startAngle, double sweep) {
    public static EllipticalArc of(Curve.Ellipse ellipse) {
        Vector2 second = second(ellipse.axis(), ellipse.radius());
        return new EllipticalArc(ellipse.centre(), ellipse.axis(), second, 0, 2 * Math.PI);
    }

    public static EllipticalArc of(Curve.EllipseArc arc) {
        Vector2 second = second(arc.axis(), arc.radius());
        EllipticalArc whole = new EllipticalArc(arc.centre(), arc.axis(), second, 0, 2 * Math.PI);
        double from = whole.angleOf(arc.start());
        double turn = whole.angleOf(arc.end()) - from;
        return new EllipticalArc(
                arc.centre(), arc.axis(), second, from, arc.clockwise() ? -positive(-turn) : positive(turn));
    }

    /** The other half axis, counter-clockwise of the first. */
    private static Vector2 second(Vector2 first, double radius) {
        return new Vector2(-first.y(), first.x()).times(radius / first.length());
    }

    /** The point at a fraction of the sweep, 0 at the start and 1 at the end. */
    public Vector2 at(double fraction) {
        return atAngle(startAngle + fraction * sweep);
    }

    private Vector2 atAngle(double angle) {
        return centre.plus(first.times(Math.cos(angle))).plus(second.times(Math.sin(angle)));
    }

    /** The parameter of the point of the ellipse that lies nearest to a point on or about it. */
    private double angleOf(Vector2 point) {
        Vector2 out = point.minus(centre);
        return Math.atan2(out.dot(second) / second.dot(second), out.dot(first) / first.dot(first));
    }

    /** How far a point is off the ellipse, relative to it: 0 on it. */
    public double missOf(Vector2 point) {
        Vector2 out = point.minus(centre);
        return Math.abs(Math.hypot(out.dot(second) / second.dot(second), out.dot(first) / first.dot(first)) - 1);
    }

    /** The lowest and the highest of {@code direction · point} over the arc. */
    double[] reach(Vector2 direction) {
        double peak = Math.atan2(direction.dot(second), direction.dot(first));
        double[] reach = {direction.dot(at(0)), direction.dot(at(0))};
        include(reach, direction.dot(at(1)));
        for (double angle : new double[] {peak, peak + Math.PI}) {
            double turn = positive(Math.signum(sweep) * (angle - startAngle));
            if (turn <= Math.abs(sweep)) {
                include(reach, direction.dot(atAngle(angle)));
            }
        }
        return reach;
    }

    static void include(double[] reach, double value) {
        reach[0] = Math.min(reach[0], value);
        reach[1] = Math.max(reach[1], value);
    }

    private static double positive(double turn) {
        double whole = turn % (2 * Math.PI);
        return whole <= 0 ? whole + 2 * Math.PI : whole;
    }
}
