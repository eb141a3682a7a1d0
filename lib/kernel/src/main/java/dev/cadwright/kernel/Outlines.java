package dev.cadwright.kernel;

import dev.cadwright.cad.shape.EdgeShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.ShapeParts;
import dev.cadwright.cad.shape.WireShape;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells outlines that touch themselves: what is made of them is no sound solid, and what becomes of it hangs on the order. */
final class Outlines {
    private static final int MOST_PARTS = 5_000;
    private static final double GRID = 1e6;

    private Outlines() {}

    /** Whether a wire below the shape comes to one of its corners twice. */
    static boolean touchThemselves(Shape shape) {
        Deque<Shape> open = new ArrayDeque<>(List.of(shape));
        for (int seen = 0; !open.isEmpty() && seen < MOST_PARTS; seen++) {
            Shape next = open.pop();
            switch (next) {
                case WireShape.Polygon polygon -> {
                    if (repeats(polygon.points())) {
                        return true;
                    }
                }
                case WireShape.Assembled wire -> {
                    if (repeats(starts(wire.edges()))) {
                        return true;
                    }
                }
                case WireShape.Connected wire -> {
                    if (repeats(starts(wire.edges()))) {
                        return true;
                    }
                }
                case EdgeShape edge -> {}
                default -> ShapeParts.of(next).forEach(open::push);
            }
        }
        return false;
    }

    private static List<Vector3> starts(List<Shape> edges) {
        return edges.stream()
                .filter(EdgeShape.Segment.class::isInstance)
                .map(edge -> ((EdgeShape.Segment) edge).start())
                .toList();
    }

    private static boolean repeats(List<Vector3> points) {
        Set<List<Long>> seen = new HashSet<>();
        return points.stream()
                .anyMatch(point -> !seen.add(List.of(
                        Math.round(point.x() * GRID), Math.round(point.y() * GRID), Math.round(point.z() * GRID))));
    }
}
