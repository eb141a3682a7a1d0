package dev.cadwright.neural.nano;

import dev.cadwright.cad.block.BlockLoop;
import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.cad.block.FaceDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The loop that is being written, and the loops before it in the same block. It says which numbers leave the block a
 * sound face. Where a number decides only together with the next one, it is admitted if some next one would do.
 */
final class LoopDraft {
    private static final int LIMIT = BlockTokens.LIMIT;

    private final FaceDraft face = new FaceDraft();
    private final int[] numbers = new int[5];
    private final List<Vertex> vertices = new ArrayList<>();
    private int kind;
    private int count;
    private boolean anyArc;

    void startBlock() {
        face.clear();
    }

    /** @param kind token of the loop's kind */
    void start(int kind) {
        this.kind = kind;
        count = 0;
        vertices.clear();
        anyArc = false;
    }

    /** Takes the next number of a rectangle or circle. */
    void add(int number) {
        numbers[count++] = number;
    }

    /** How many numbers of a rectangle or circle were taken. */
    int count() {
        return count;
    }

    int number(int index) {
        return numbers[index];
    }

    boolean circle() {
        return kind == BlockTokens.CIRCLE;
    }

    boolean hasAllNumbers() {
        return count
                == switch (kind) {
                    case BlockTokens.RECTANGLE -> 4;
                    case BlockTokens.ROUNDED -> 5;
                    default -> 3;
                };
    }

    /** How many vertices were taken. */
    int vertices() {
        return vertices.size();
    }

    Vertex firstVertex() {
        return vertices.getFirst();
    }

    Vertex lastVertex() {
        return vertices.getLast();
    }

    /** Whether an edge of the polygon is an arc. */
    boolean anyArc() {
        return anyArc;
    }

    void addVertex(int x, int y) {
        vertices.add(new Vertex(x, y, Optional.empty()));
    }

    /** Makes the edge from the last vertex an arc. */
    void addMiddle(int x, int y) {
        Vertex last = vertices.removeLast();
        vertices.add(new Vertex(last.x(), last.y(), Optional.of(new Middle(x, y))));
        anyArc = true;
    }

    /** The loop is complete. */
    void finish() {
        face.add(loop());
    }

    /** Whether the complete loop leaves the face sound. */
    boolean sound() {
        return face.admits(loop());
    }

    /** Whether a rectangle or circle can take this number next. */
    boolean admits(int number) {
        numbers[count] = number;
        return switch (kind) {
            case BlockTokens.RECTANGLE -> admitsRectangle();
            case BlockTokens.ROUNDED -> admitsRounded();
            default -> admitsCircle();
        };
    }

    private static boolean anyCoordinate(IntPredicate admitted) {
        return IntStream.rangeClosed(-LIMIT, LIMIT).anyMatch(admitted);
    }

    private boolean admitsRectangle() {
        return switch (count) {
            case 0 -> anyCoordinate(y -> face.admitsPoint(List.of(), numbers[0], y));
            case 1 -> face.admitsPoint(List.of(), numbers[0], numbers[1]);
            case 2 -> IntStream.rangeClosed(numbers[1] + 1, LIMIT).anyMatch(y -> face.admits(rectangle(y)));
            case 3 -> face.admits(rectangle(numbers[3]));
            default -> true;
        };
    }

    private boolean admitsRounded() {
        return switch (count) {
            case 2 -> IntStream.rangeClosed(numbers[1] + 2, LIMIT).anyMatch(this::admitsSomeRadius);
            case 3 -> admitsSomeRadius(numbers[3]);
            case 4 -> face.admits(rounded(numbers[3], numbers[4]));
            default -> true;
        };
    }

    /** The sharpest and the roundest corners stand for all. */
    private boolean admitsSomeRadius(int y1) {
        int most = Math.min(numbers[2] - numbers[0], y1 - numbers[1]) / 2;
        return face.admits(rounded(y1, most)) || face.admits(rounded(y1, 1));
    }

    private boolean admitsCircle() {
        return switch (count) {
            case 0 -> anyCoordinate(y -> face.admitsPoint(List.of(), numbers[0], y));
            case 1 -> IntStream.rangeClosed(1, LIMIT).anyMatch(radius -> face.admits(circle(radius)));
            case 2 -> face.admits(circle(numbers[2]));
            default -> true;
        };
    }

    /** Whether some vertex with this x can be the next of a polygon. */
    boolean admitsX(int x) {
        return anyCoordinate(y -> admitsVertex(x, y));
    }

    /** Whether a polygon can go on to this vertex, or be closed by it with an arc. */
    boolean admitsVertex(int x, int y) {
        if (vertices.isEmpty()) {
            return face.admitsPoint(vertices, x, y);
        }
        return closes(x, y) ? sound() : face.admitsEdge(vertices, x, y);
    }

    /** Whether an arc to the next vertex can pass through this point. */
    boolean admitsMiddle(int x, int y) {
        return face.admitsPoint(vertices, x, y);
    }

    /** Whether this vertex is the first one again. */
    boolean closes(int x, int y) {
        return !vertices.isEmpty()
                && x == firstVertex().x()
                && y == firstVertex().y();
    }

    private BlockLoop loop() {
        return switch (kind) {
            case BlockTokens.RECTANGLE -> rectangle(numbers[3]);
            case BlockTokens.ROUNDED -> rounded(numbers[3], numbers[4]);
            case BlockTokens.CIRCLE -> circle(numbers[2]);
            default -> new BlockLoop.Polygon(vertices);
        };
    }

    private BlockLoop rectangle(int y1) {
        return new BlockLoop.Rectangle(numbers[0], numbers[1], numbers[2], y1);
    }

    private BlockLoop rounded(int y1, int radius) {
        return new BlockLoop.RoundedRectangle(numbers[0], numbers[1], numbers[2], y1, radius);
    }

    private BlockLoop circle(int radius) {
        return new BlockLoop.Circle(numbers[0], numbers[1], radius);
    }
}
