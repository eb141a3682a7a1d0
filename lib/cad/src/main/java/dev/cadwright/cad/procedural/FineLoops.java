package dev.cadwright.cad.procedural;

import dev.cadwright.cad.block.BlockLoop;
import dev.cadwright.cad.block.BlockLoop.Circle;
import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.Rectangle;
import dev.cadwright.cad.block.BlockLoop.RoundedRectangle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Block loops in fine units, in which shapes are drafted before they are rounded to the program's own: a length of 1
 * in a draft is {@value #UNIT} of them.
 */
final class FineLoops {
    static final int UNIT = 10_000;

    private FineLoops() {}

    static int fine(double length) {
        return (int) Math.round(length * UNIT);
    }

    static BlockLoop circle(double x, double y, double radius) {
        return new Circle(fine(x), fine(y), fine(radius));
    }

    /** A rectangle by its centre and half-sides. */
    static BlockLoop rectangle(double x, double y, double halfX, double halfY) {
        return new Rectangle(fine(x - halfX), fine(y - halfY), fine(x + halfX), fine(y + halfY));
    }

    static BlockLoop rounded(double x, double y, double halfX, double halfY, double radius) {
        int left = fine(x - halfX);
        int bottom = fine(y - halfY);
        int right = fine(x + halfX);
        int top = fine(y + halfY);
        int most = Math.min(right - left, top - bottom) / 2;
        return new RoundedRectangle(left, bottom, right, top, Math.min(fine(radius), most));
    }

    /** Straight edges between x y pairs. */
    static BlockLoop polygon(double... coordinates) {
        List<Vertex> vertices = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            vertices.add(vertex(coordinates[i], coordinates[i + 1]));
        }
        return new Polygon(vertices);
    }

    static Vertex vertex(double x, double y) {
        return new Vertex(fine(x), fine(y), Optional.empty());
    }

    /** A vertex from which an arc leads through a middle point to the next. */
    static Vertex vertex(double x, double y, double middleX, double middleY) {
        return new Vertex(fine(x), fine(y), Optional.of(new Middle(fine(middleX), fine(middleY))));
    }

    static BlockLoop moved(BlockLoop loop, int x, int y) {
        return switch (loop) {
            case Circle circle -> new Circle(circle.x() + x, circle.y() + y, circle.radius());
            case Rectangle(int x0, int y0, int x1, int y1) -> new Rectangle(x0 + x, y0 + y, x1 + x, y1 + y);
            case RoundedRectangle(int x0, int y0, int x1, int y1, int radius) ->
                new RoundedRectangle(x0 + x, y0 + y, x1 + x, y1 + y, radius);
            case Polygon(List<Vertex> vertices) ->
                new Polygon(vertices.stream()
                        .map(vertex -> new Vertex(
                                vertex.x() + x,
                                vertex.y() + y,
                                vertex.arcToNext().map(middle -> new Middle(middle.x() + x, middle.y() + y))))
                        .toList());
        };
    }
}
