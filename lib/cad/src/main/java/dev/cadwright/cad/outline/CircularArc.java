package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.geometry.Vector2;
import java.util.Optional;

/**
 * An arc by its circle and angles.
 *
 * @param startAngle in radians from the x axis
 * @param sweep in radians, positive counter-clockwise, at most a full turn in size
 */
public record CircularArc(Vector2 centre, double radius, double startAngle, double sweep) {
    /** Three points whose triangle is flatter than this, relative to its longest side, are on a line. */
    private static final double FLAT = 1e-9;

    /** The arc through the three points; empty when they lie on a line or fall together. */
    public static Optional<CircularArc> of(Curve.Arc arc) {
        Vector2 toMid = arc.mid().minus(arc.start());
        Vector2 toEnd = arc.end().minus(arc.start());
        double twiceArea = toMid.cross(toEnd);
        double longest =
                Math.max(Math.max(toMid.length(), toEnd.length()), arc.mid().distanceTo(arc.end()));
        if (!(Math.abs(twiceArea) > FLAT * longest * longest)) {
            return Optional.empty();
        }
        double midSquare = toMid.dot(toMid);
        double endSquare = toEnd.dot(toEnd);
        Vector2 toCentre = new Vector2(
                (toEnd.y() * midSquare - toMid.y() * endSquare) / (2 * twiceArea),
                (toMid.x() * endSquare - toEnd.x() * midSquare) / (2 * twiceArea));
        Vector2 centre = arc.start().plus(toCentre);
        double startAngle = angle(toCentre.times(-1));
        double turn = angle(arc.end().minus(centre)) - startAngle;
        double sweep = twiceArea > 0 ? positive(turn) : -positive(-turn);
        return Optional.of(new CircularArc(centre, toCentre.length(), startAngle, sweep));
    }

    public static CircularArc of(Curve.Circle circle) {
        return new CircularArc(circle.centre(), circle.radius(), 0, 2 * Math.PI);
    }

    /** The point at a fraction of the sweep, 0 at the start and 1 at the end. */
    public Vector2 at(double fraction) {
        double angle = startAngle + fraction * sweep;
        return new Vector2(centre.x() + radius * Math.cos(angle), centre.y() + radius * Math.sin(angle));
    }

    /** At which fraction of the sweep the direction from the centre to a point lies; above 1 when it is off the arc. */
    public double fractionTowards(Vector2 point) {
        double turn = angle(point.minus(centre)) - startAngle;
        return positive(Math.signum(sweep) * turn) / Math.abs(sweep);
    }

    public double length() {
        return radius * Math.abs(sweep);
    }

    private static double angle(Vector2 direction) {
        return Math.atan2(direction.y(), direction.x());
    }

    private static double positive(double turn) {
        double whole = turn % (2 * Math.PI);
        return whole < 0 ? whole + 2 * Math.PI : whole;
    }
}
