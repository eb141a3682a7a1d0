package dev.cadwright.cad.procedural;

import dev.cadwright.cad.block.Block;
import dev.cadwright.cad.block.BlockLoop;
import dev.cadwright.cad.block.BlockLoop.Circle;
import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.Rectangle;
import dev.cadwright.cad.block.BlockLoop.RoundedRectangle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.geometry.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rounds a drafted program so that the body is centred and its longest side is 200. */
final class Rounding {
    /** The least height, side and radius that a program keeps. */
    private static final int LEAST = 2;

    private final double[] centre;
    private final double scale;

    private Rounding(Bounds bounds) {
        var middle = bounds.centre();
        this.centre = new double[] {middle.x(), middle.y(), middle.z()};
        this.scale = 2 * BlockProgram.LIMIT / bounds.longestSide();
    }

    /** Nothing if a height, side or radius falls below 2 or something lies out of range. */
    static Optional<BlockProgram> round(BlockProgram draft, Bounds bounds) {
        Rounding rounding = new Rounding(bounds);
        List<Block> blocks = new ArrayList<>();
        for (Block block : draft.blocks()) {
            Optional<Block> rounded = rounding.round(block);
            if (rounded.isEmpty()) {
                return Optional.empty();
            }
            blocks.add(rounded.get());
        }
        return Optional.of(new BlockProgram(blocks));
    }

    private Optional<Block> round(Block block) {
        int u = block.plane().firstAxis();
        int from = round((u + 2) % 3, block.from());
        int to = round((u + 2) % 3, block.to());
        if (block.cut()) {
            from = Math.max(from, -BlockProgram.LIMIT);
            to = Math.min(to, BlockProgram.LIMIT);
        }
        if (to - from < LEAST || from < -BlockProgram.LIMIT || to > BlockProgram.LIMIT) {
            return Optional.empty();
        }
        List<BlockLoop> loops = new ArrayList<>();
        for (BlockLoop loop : block.loops()) {
            BlockLoop rounded = round(loop, u, (u + 1) % 3);
            if (!keeps(rounded)) {
                return Optional.empty();
            }
            loops.add(rounded);
        }
        return Optional.of(new Block(block.cut(), block.plane(), from, to, loops));
    }

    private BlockLoop round(BlockLoop loop, int u, int v) {
        return switch (loop) {
            case Circle circle -> new Circle(round(u, circle.x()), round(v, circle.y()), length(circle.radius()));
            case Rectangle(int x0, int y0, int x1, int y1) ->
                new Rectangle(round(u, x0), round(v, y0), round(u, x1), round(v, y1));
            case RoundedRectangle(int x0, int y0, int x1, int y1, int radius) ->
                roundedRectangle(round(u, x0), round(v, y0), round(u, x1), round(v, y1), length(radius));
            case Polygon(List<Vertex> vertices) ->
                new Polygon(vertices.stream()
                        .map(vertex -> new Vertex(
                                round(u, vertex.x()),
                                round(v, vertex.y()),
                                vertex.arcToNext().map(mid -> new Middle(round(u, mid.x()), round(v, mid.y())))))
                        .toList());
        };
    }

    /** Corners too small to keep become sharp. */
    private static BlockLoop roundedRectangle(int x0, int y0, int x1, int y1, int radius) {
        int fitting = Math.min(radius, Math.min(x1 - x0, y1 - y0) / 2);
        return fitting < LEAST ? new Rectangle(x0, y0, x1, y1) : new RoundedRectangle(x0, y0, x1, y1, fitting);
    }

    private int round(int axis, int coordinate) {
        return (int) Math.round((coordinate - centre[axis]) * scale);
    }

    private int length(int length) {
        return (int) Math.round(length * scale);
    }

    private static boolean keeps(BlockLoop loop) {
        return switch (loop) {
            case Circle(int x, int y, int radius) -> radius >= LEAST && inRange(x) && inRange(y) && inRange(radius);
            case Rectangle(int x0, int y0, int x1, int y1) -> keepsSides(x0, y0, x1, y1);
            case RoundedRectangle rounded -> keepsSides(rounded.x0(), rounded.y0(), rounded.x1(), rounded.y1());
            case Polygon(List<Vertex> vertices) ->
                vertices.stream()
                        .allMatch(vertex -> inRange(vertex.x())
                                && inRange(vertex.y())
                                && vertex.arcToNext()
                                        .map(middle -> inRange(middle.x()) && inRange(middle.y()))
                                        .orElse(true));
        };
    }

    private static boolean keepsSides(int x0, int y0, int x1, int y1) {
        return x1 - x0 >= LEAST && y1 - y0 >= LEAST && inRange(x0) && inRange(y0) && inRange(x1) && inRange(y1);
    }

    private static boolean inRange(int number) {
        return Math.abs(number) <= BlockProgram.LIMIT;
    }
}
