package dev.cadwright.cad.block;

import java.util.List;
import java.util.Optional;

/** A closed outline on a block's plane. */
public sealed interface BlockLoop {
    record Rectangle(int x0, int y0, int x1, int y1) implements BlockLoop {}

    record RoundedRectangle(int x0, int y0, int x1, int y1, int radius) implements BlockLoop {}

    record Circle(int x, int y, int radius) implements BlockLoop {}

    /** Vertices counter-clockwise; the edge from a vertex to the next is an arc when that vertex has a middle point. */
    record Polygon(List<Vertex> vertices) implements BlockLoop {
        public Polygon {
            vertices = List.copyOf(vertices);
        }
    }

    record Vertex(int x, int y, Optional<Middle> arcToNext) {}

    /** A point on an arc between its ends. */
    record Middle(int x, int y) {}
}
