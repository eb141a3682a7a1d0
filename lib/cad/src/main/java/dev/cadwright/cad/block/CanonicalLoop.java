package dev.cadwright.cad.block;

import dev.cadwright.cad.block.BlockLoop.Circle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.Rectangle;
import dev.cadwright.cad.block.BlockLoop.RoundedRectangle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;

/**
 * The simplest way to write a loop: a rounded square that is a circle as a circle, no vertex where a polygon goes
 * straight on, an upright polygon of four vertices as a rectangle, and one start and direction for the rest.
 */
final class CanonicalLoop {
    private CanonicalLoop() {}

    static BlockLoop of(BlockLoop loop) {
        return switch (loop) {
            case Circle circle -> circle;
            case Rectangle(int x0, int y0, int x1, int y1) ->
                new Rectangle(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
            case RoundedRectangle(int x0, int y0, int x1, int y1, int radius) ->
                rounded(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), radius);
            case Polygon(List<Vertex> vertices) -> polygon(withoutStraightAngles(vertices));
        };
    }

    private static BlockLoop rounded(int left, int bottom, int right, int top, int radius) {
        boolean circle = radius > 0 && right - left == 2 * radius && top - bottom == 2 * radius;
        return circle
                ? new Circle(left + radius, bottom + radius, radius)
                : new RoundedRectangle(left, bottom, right, top, radius);
    }

    private static List<Vertex> withoutStraightAngles(List<Vertex> vertices) {
        List<Vertex> kept = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            Vertex before = vertices.get((i + vertices.size() - 1) % vertices.size());
            Vertex vertex = vertices.get(i);
            Vertex after = vertices.get((i + 1) % vertices.size());
            Vector2 in = new Vector2(vertex.x() - before.x(), vertex.y() - before.y());
            Vector2 out = new Vector2(after.x() - vertex.x(), after.y() - vertex.y());
            boolean lines = before.arcToNext().isEmpty() && vertex.arcToNext().isEmpty();
            if (!lines || in.cross(out) != 0 || in.dot(out) <= 0) {
                kept.add(vertex);
            }
        }
        return kept;
    }

    private static BlockLoop polygon(List<Vertex> vertices) {
        if (isUprightRectangle(vertices)) {
            Vertex first = vertices.getFirst();
            Vertex opposite = vertices.get(2);
            return of(new Rectangle(first.x(), first.y(), opposite.x(), opposite.y()));
        }
        boolean clockwise = Outline.of(new Polygon(vertices)) instanceof Outline.Reading.Drawn(Outline outline)
                && outline.signedArea() < 0;
        return new Polygon(fromSmallest(clockwise ? reversed(vertices) : vertices));
    }

    private static boolean isUprightRectangle(List<Vertex> corners) {
        if (corners.size() != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            Vertex corner = corners.get(i);
            Vertex next = corners.get((i + 1) % 4);
            Vertex afterNext = corners.get((i + 2) % 4);
            boolean upright = corner.x() == next.x() && next.y() == afterNext.y();
            boolean level = corner.y() == next.y() && next.x() == afterNext.x();
            if (corner.arcToNext().isPresent() || (!upright && !level)) {
                return false;
            }
        }
        Vertex first = corners.getFirst();
        Vertex opposite = corners.get(2);
        return first.x() != opposite.x() && first.y() != opposite.y();
    }

    private static List<Vertex> fromSmallest(List<Vertex> vertices) {
        int first = 0;
        for (int i = 1; i < vertices.size(); i++) {
            Vertex vertex = vertices.get(i);
            Vertex smallest = vertices.get(first);
            if (vertex.x() < smallest.x() || (vertex.x() == smallest.x() && vertex.y() < smallest.y())) {
                first = i;
            }
        }
        List<Vertex> turned = new ArrayList<>(vertices.subList(first, vertices.size()));
        turned.addAll(vertices.subList(0, first));
        return turned;
    }

    /** The vertices the other way round: the arc that left a vertex now leaves the one it led to. */
    private static List<Vertex> reversed(List<Vertex> vertices) {
        List<Vertex> reversed = new ArrayList<>(vertices.size());
        for (int i = vertices.size() - 1; i >= 0; i--) {
            Vertex vertex = vertices.get(i);
            Vertex before = vertices.get((i + vertices.size() - 1) % vertices.size());
            reversed.add(new Vertex(vertex.x(), vertex.y(), before.arcToNext()));
        }
        return reversed;
    }
}
