package dev.cadwright.cad.check;

import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.geometry.Vector2;
import java.util.List;

/**
 * Where the lines and circles of two pieces meet. What is asked of it is only whether two curves of a profile cross or
 * run over each other; that they touch is no fault.
 */
record Intersection(Piece first, Piece second, double margin) {
    /** Sine of the angle below which two curves touch rather than cross. */
    private static final double TOUCHING = 1e-3;

    boolean isFault() {
        return crosses() || overlaps();
    }

    private boolean crosses() {
        return points().stream()
                .anyMatch(point -> first.holdsInside(point, margin)
                        && second.holdsInside(point, margin)
                        && Math.abs(first.directionAt(point).cross(second.directionAt(point))) > TOUCHING);
    }

    private List<Vector2> points() {
        return switch (first) {
            case Piece.Straight one ->
                switch (second) {
                    case Piece.Straight other -> lines(one, other);
                    case Piece.Round other -> lineAndCircle(one, other.arc());
                };
            case Piece.Round one ->
                switch (second) {
                    case Piece.Straight other -> lineAndCircle(other, one.arc());
                    case Piece.Round other -> circles(one.arc(), other.arc());
                };
        };
    }

    private static List<Vector2> lines(Piece.Straight one, Piece.Straight other) {
        Vector2 along = one.end().minus(one.start());
        Vector2 across = other.end().minus(other.start());
        double turn = along.cross(across);
        if (turn == 0) {
            return List.of();
        }
        double place = other.start().minus(one.start()).cross(across) / turn;
        return List.of(one.start().plus(along.times(place)));
    }

    private static List<Vector2> lineAndCircle(Piece.Straight line, CircularArc circle) {
        Vector2 along = line.directionAt(line.start());
        Vector2 toStart = line.start().minus(circle.centre());
        Vector2 foot = line.start().minus(along.times(toStart.dot(along)));
        double away = Math.abs(toStart.cross(along));
        if (away >= circle.radius()) {
            return List.of();
        }
        Vector2 half = along.times(Math.sqrt((circle.radius() - away) * (circle.radius() + away)));
        return List.of(foot.minus(half), foot.plus(half));
    }

    private static List<Vector2> circles(CircularArc one, CircularArc other) {
        Vector2 between = other.centre().minus(one.centre());
        double distance = between.length();
        double sum = one.radius() + other.radius();
        double difference = Math.abs(one.radius() - other.radius());
        if (distance >= sum || distance <= difference) {
            return List.of();
        }
        double along = (distance + (one.radius() - other.radius()) * sum / distance) / 2;
        double height = Math.sqrt(Math.max(0, (one.radius() - along) * (one.radius() + along)));
        Vector2 axis = between.times(1 / distance);
        Vector2 foot = one.centre().plus(axis.times(along));
        Vector2 aside = new Vector2(-axis.y(), axis.x()).times(height);
        return List.of(foot.plus(aside), foot.minus(aside));
    }

    /** Whether both lie on one line or circle and share more than a point. */
    private boolean overlaps() {
        return switch (first) {
            case Piece.Straight one ->
                switch (second) {
                    case Piece.Straight other -> overlap(one, other);
                    case Piece.Round round -> false;
                };
            case Piece.Round one ->
                switch (second) {
                    case Piece.Straight straight -> false;
                    case Piece.Round other -> overlap(one, other);
                };
        };
    }

    private boolean overlap(Piece.Straight one, Piece.Straight other) {
        Vector2 along = one.directionAt(one.start());
        Vector2 toStart = other.start().minus(one.start());
        Vector2 toEnd = other.end().minus(one.start());
        if (Math.abs(along.cross(toStart)) > margin || Math.abs(along.cross(toEnd)) > margin) {
            return false;
        }
        double length = one.end().minus(one.start()).length();
        double low = Math.max(0, Math.min(along.dot(toStart), along.dot(toEnd)));
        double high = Math.min(length, Math.max(along.dot(toStart), along.dot(toEnd)));
        return high - low > 2 * margin;
    }

    private boolean overlap(Piece.Round one, Piece.Round other) {
        boolean sameCircle = one.arc().centre().distanceTo(other.arc().centre()) <= margin
                && Math.abs(one.arc().radius() - other.arc().radius()) <= margin;
        return sameCircle && (reachesInto(one, other) || reachesInto(other, one));
    }

    private boolean reachesInto(Piece.Round one, Piece.Round other) {
        double step = Math.min(0.5, 4 * margin / one.arc().length());
        return other.holdsInside(one.arc().at(step), margin)
                || other.holdsInside(one.arc().at(1 - step), margin)
                || other.holdsInside(one.arc().at(0.5), margin);
    }
}
