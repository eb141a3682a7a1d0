package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector2;
import java.util.List;
import java.util.Optional;

/** Arcs that leave a curve without a corner. */
public final class TangentArc {
    private TangentArc() {}

    /** The direction in which a curve ends; without length where it has none. */
    public static Vector2 direction(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> line.end().minus(line.start());
            case Curve.Arc arc ->
                CircularArc.of(arc)
                        .map(round -> turned(arc.end().minus(round.centre()), round.sweep() < 0))
                        .orElseGet(() -> arc.end().minus(arc.start()));
            case Curve.Circle circle -> new Vector2(0, circle.radius());
            case Curve.Ellipse ellipse -> turned(ellipse.axis(), false);
            case Curve.EllipseArc arc -> {
                EllipticalArc round = EllipticalArc.of(arc);
                double angle = round.startAngle() + round.sweep();
                Vector2 onwards = round.second()
                        .times(Math.cos(angle))
                        .minus(round.first().times(Math.sin(angle)));
                yield onwards.times(Math.signum(round.sweep()));
            }
            case Curve.Spline spline -> {
                List<Vector2> controls = spline.controls();
                Vector2 end = controls.getLast();
                int before = controls.size() - 2;
                while (before > 0 && controls.get(before).equals(end)) {
                    before--;
                }
                yield end.minus(controls.get(before));
            }
        };
    }

    private static Vector2 turned(Vector2 out, boolean clockwise) {
        return clockwise ? new Vector2(out.y(), -out.x()) : new Vector2(-out.y(), out.x());
    }

    /**
     * The arc from a point in a direction to another point, a line where that is straight ahead; empty when the ends fall
     * together or the end lies straight behind.
     */
    public static Optional<Curve> to(Vector2 start, Vector2 direction, Vector2 end, SourceSpan span) {
        Vector2 chord = end.minus(start);
        double ahead = direction.dot(chord);
        double aside = direction.cross(chord);
        double size = direction.length() * chord.length();
        if (!(size > 0) || (Math.abs(aside) <= 1e-9 * size && ahead < 0)) {
            return Optional.empty();
        }
        if (Math.abs(aside) <= 1e-9 * size) {
            return Optional.of(new Curve.Line(start, end, span));
        }
        // The chord turns from the tangent by half the sweep; the middle lies half of that off the chord.
        double half = Math.atan2(aside, ahead);
        Vector2 right = new Vector2(chord.y(), -chord.x());
        Vector2 mid = start.plus(end).times(0.5).plus(right.times(Math.tan(half / 2) / 2));
        return Optional.of(new Curve.Arc(start, mid, end, span));
    }
}
