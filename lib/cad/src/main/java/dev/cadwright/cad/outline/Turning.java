package dev.cadwright.cad.outline;

import dev.cadwright.cad.Turn;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;

/** Turns points about a line in space. */
record Turning(Vector3 foot, Vector3 direction) {
    private static final Vector3[] AXES = {Vector3.X, Vector3.Y, Vector3.Z};

    /** The point where a turn begins and ends, and where it lies farthest along the axes of space in between. */
    List<Vector3> points(Vector3 point, Turn turn) {
        Vector3 centre = foot.plus(direction.times(point.minus(foot).dot(direction)));
        Vector3 out = point.minus(centre);
        Vector3 aside = direction.cross(out);
        double from = Math.toRadians(turn.from());
        double to = Math.min(Math.toRadians(turn.to()), from + 2 * Math.PI);
        List<Double> angles = new ArrayList<>(List.of(from, to));
        for (Vector3 axis : AXES) {
            double peak = Math.atan2(axis.dot(aside), axis.dot(out));
            for (int half = -2; half <= 3; half++) {
                double angle = peak + half * Math.PI;
                if (angle > from && angle < to) {
                    angles.add(angle);
                }
            }
        }
        return angles.stream()
                .map(angle -> centre.plus(out.times(Math.cos(angle))).plus(aside.times(Math.sin(angle))))
                .toList();
    }
}
