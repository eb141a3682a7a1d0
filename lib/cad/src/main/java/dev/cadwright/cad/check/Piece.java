package dev.cadwright.cad.check;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A curve in the form in which two of them intersect: straight, or round about a centre. */
sealed interface Piece {
    Curve curve();

    record Straight(Vector2 start, Vector2 end, Curve curve) implements Piece {}

    record Round(CircularArc arc, Curve curve) implements Piece {}

    /** Empty for ellipses and splines, whose crossings the kernel finds. */
    static Optional<Piece> of(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> Optional.of(new Straight(line.start(), line.end(), line));
            case Curve.Circle circle -> Optional.of(new Round(CircularArc.of(circle), circle));
            case Curve.Arc arc -> {
                Optional<CircularArc> round = CircularArc.of(arc);
                yield Optional.of(
                        round.isPresent() ? new Round(round.get(), arc) : new Straight(arc.start(), arc.end(), arc));
            }
            case Curve.Ellipse ellipse -> Optional.empty();
            case Curve.EllipseArc arc -> Optional.empty();
            case Curve.Spline spline -> Optional.empty();
        };
    }

    /** Whether a point that is known to be on the line or circle of this piece is on it, farther from its ends than so. */
    default boolean holdsInside(Vector2 point, double margin) {
        return switch (this) {
            case Straight(Vector2 start, Vector2 end, var _) -> {
                Vector2 along = end.minus(start);
                double length = along.length();
                double place = point.minus(start).dot(along) / length;
                yield place > margin && place < length - margin;
            }
            case Round(CircularArc arc, Curve.Circle _) -> true;
            case Round(CircularArc arc, var _) -> {
                double place = arc.fractionTowards(point) * arc.length();
                yield place > margin && place < arc.length() - margin;
            }
        };
    }

    /** The direction, of length 1, at a point of the piece; its sign has no meaning. */
    default Vector2 directionAt(Vector2 point) {
        return switch (this) {
            case Straight(Vector2 start, Vector2 end, var _) -> {
                Vector2 along = end.minus(start);
                yield along.times(1 / along.length());
            }
            case Round(CircularArc arc, var _) -> {
                Vector2 out = point.minus(arc.centre());
                yield new Vector2(-out.y(), out.x()).times(1 / out.length());
            }
        };
    }

    /** Points for a box around the piece: its ends, and where it is farthest out. */
    default List<Vector2> extremes() {
        List<Vector2> points = new ArrayList<>(List.of(Curves.start(curve()), Curves.end(curve())));
        if (this instanceof Round(CircularArc arc, var _)) {
            for (int quarter = 0; quarter < 4; quarter++) {
                double angle = quarter * Math.PI / 2;
                Vector2 point = arc.centre().plus(new Vector2(Math.cos(angle), Math.sin(angle)).times(arc.radius()));
                if (arc.fractionTowards(point) <= 1) {
                    points.add(point);
                }
            }
        }
        return points;
    }
}
