package dev.cadwright.cad.block;

import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.RoundedRectangle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.cad.block.OutlineEdge.Arc;
import dev.cadwright.cad.block.OutlineEdge.Straight;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;

/** One loop as exact edges, head to tail. */
record Outline(List<OutlineEdge> edges) {

    /** The edges of one loop, or why it has none. */
    sealed interface Reading {
        record Drawn(Outline outline) implements Reading {}

        record Degenerate(String reason) implements Reading {}
    }

    Outline {
        edges = List.copyOf(edges);
    }

    static Reading of(BlockLoop loop) {
        Reading reading =
                switch (loop) {
                    case BlockLoop.Rectangle(int x0, int y0, int x1, int y1) -> rectangle(x0, y0, x1, y1);
                    case RoundedRectangle rounded -> rounded(rounded);
                    case BlockLoop.Circle(int x, int y, int radius) ->
                        radius < 1
                                ? new Reading.Degenerate("a circle's radius is " + radius)
                                : new Reading.Drawn(new Outline(List.of(Arc.circle(x, y, radius))));
                    case Polygon polygon -> polygon(polygon);
                };
        if (reading instanceof Reading.Drawn(Outline outline) && outline.area() < 1) {
            return new Reading.Degenerate("a loop encloses almost no area");
        }
        return reading;
    }

    private static Reading rectangle(int x0, int y0, int x1, int y1) {
        if (x0 == x1 || y0 == y1) {
            return new Reading.Degenerate("a rectangle has no area");
        }
        int left = Math.min(x0, x1);
        int right = Math.max(x0, x1);
        int bottom = Math.min(y0, y1);
        int top = Math.max(y0, y1);
        return closed(
                new Vector2(left, bottom), new Vector2(right, bottom), new Vector2(right, top), new Vector2(left, top));
    }

    private static Reading closed(Vector2... corners) {
        List<OutlineEdge> edges = new ArrayList<>();
        for (int i = 0; i < corners.length; i++) {
            edges.add(new Straight(corners[i], corners[(i + 1) % corners.length]));
        }
        return new Reading.Drawn(new Outline(edges));
    }

    private static Reading rounded(RoundedRectangle loop) {
        int left = Math.min(loop.x0(), loop.x1());
        int right = Math.max(loop.x0(), loop.x1());
        int bottom = Math.min(loop.y0(), loop.y1());
        int top = Math.max(loop.y0(), loop.y1());
        int r = loop.radius();
        if (r < 1 || 2 * r > right - left || 2 * r > top - bottom) {
            return new Reading.Degenerate("a rounded rectangle of " + (right - left) + " by " + (top - bottom)
                    + " cannot have corners of radius " + r);
        }
        List<OutlineEdge> edges = new ArrayList<>(8);
        corner(edges, right - r, bottom + r, r, 0, -1);
        corner(edges, right - r, top - r, r, 1, 0);
        corner(edges, left + r, top - r, r, 0, 1);
        corner(edges, left + r, bottom + r, r, -1, 0);
        joinStraight(edges);
        return new Reading.Drawn(new Outline(edges));
    }

    /** A quarter arc that starts in the direction (x, y) from its centre. */
    private static void corner(List<OutlineEdge> edges, int centreX, int centreY, int radius, int x, int y) {
        Vector2 start = new Vector2(centreX + radius * x, centreY + radius * y);
        Vector2 end = new Vector2(centreX - radius * y, centreY + radius * x);
        edges.add(Arc.quarter(new Vector2(centreX, centreY), radius, start, end));
    }

    /** Puts the straight sides between the corners; a side without length is left out. */
    private static void joinStraight(List<OutlineEdge> corners) {
        for (int i = corners.size() - 1; i >= 0; i--) {
            Vector2 from = corners.get(i).end();
            Vector2 to = corners.get((i + 1) % corners.size()).start();
            if (!from.equals(to)) {
                corners.add(i + 1, new Straight(from, to));
            }
        }
    }

    private static Reading polygon(Polygon polygon) {
        List<Vertex> vertices = polygon.vertices();
        if (vertices.size() < 2) {
            return new Reading.Degenerate("a polygon has fewer than two vertices");
        }
        List<OutlineEdge> edges = new ArrayList<>(vertices.size());
        for (int i = 0; i < vertices.size(); i++) {
            Vertex vertex = vertices.get(i);
            Vertex next = vertices.get((i + 1) % vertices.size());
            Vector2 start = new Vector2(vertex.x(), vertex.y());
            Vector2 end = new Vector2(next.x(), next.y());
            if (start.equals(end)) {
                return new Reading.Degenerate("a polygon repeats a vertex");
            }
            if (vertex.arcToNext().isEmpty()) {
                edges.add(new Straight(start, end));
                continue;
            }
            Middle middle = vertex.arcToNext().get();
            var arc = Arc.through(start, new Vector2(middle.x(), middle.y()), end);
            if (arc.isEmpty()) {
                return new Reading.Degenerate("the three points of an arc lie on a line");
            }
            edges.add(arc.get());
        }
        return new Reading.Drawn(new Outline(edges));
    }

    /** Positive when the outline runs counter-clockwise. */
    double signedArea() {
        double twice = 0;
        for (OutlineEdge edge : edges) {
            twice += edge.sweptArea();
        }
        return twice / 2;
    }

    double area() {
        return Math.abs(signedArea());
    }

    /** The smallest and largest x and y: x0, y0, x1, y1. */
    double[] extent() {
        double[] all = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (OutlineEdge edge : edges) {
            double[] extent = edge.extent();
            all[0] = Math.min(all[0], extent[0]);
            all[1] = Math.min(all[1], extent[1]);
            all[2] = Math.max(all[2], extent[2]);
            all[3] = Math.max(all[3], extent[3]);
        }
        return all;
    }
}
