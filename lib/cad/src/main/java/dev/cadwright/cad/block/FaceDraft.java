package dev.cadwright.cad.block;

import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.cad.block.OutlineEdge.Arc;
import dev.cadwright.cad.block.OutlineEdge.Straight;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The loops of a block as they are being drawn, and what may be added to them without making the face unsound. It
 * applies the rules by which {@link BlockSolid#of} refuses a face, so that a face drawn only of what was admitted is
 * not refused.
 */
public final class FaceDraft {
    private final List<Outline> outlines = new ArrayList<>();

    /** Begins the next block's face. */
    public void clear() {
        outlines.clear();
    }

    /** Takes a whole loop. One that encloses nothing is forgotten: no other loop can touch it. */
    public void add(BlockLoop loop) {
        if (Outline.of(loop) instanceof Outline.Reading.Drawn(Outline outline)) {
            outlines.add(outline);
        }
    }

    /** Whether a loop encloses something, does not meet itself and meets no loop before it. */
    public boolean admits(BlockLoop loop) {
        return Outline.of(loop) instanceof Outline.Reading.Drawn(Outline outline)
                && !(loop instanceof Polygon && OutlineContact.meetsItself(outline))
                && outlines.stream().noneMatch(other -> OutlineContact.meet(outline, other));
    }

    /**
     * Whether the edge from the last vertex of an open polygon to (x, y) stays clear of the polygon's edges so far and
     * of the loops before it. An edge that returns to the first vertex is judged with the whole loop, by
     * {@link #admits}.
     *
     * @param drawn at least one vertex; the edge is an arc when the last one has a middle point
     */
    public boolean admitsEdge(List<Vertex> drawn, int x, int y) {
        Optional<OutlineEdge> next = edge(drawn.getLast(), x, y);
        if (next.isEmpty()) {
            return false;
        }
        return !OutlineContact.meetsEarlier(edges(drawn), next.get())
                && outlines.stream().noneMatch(other -> OutlineContact.meet(next.get(), other));
    }

    /**
     * Whether a new point of an open polygon, a vertex or the middle of an arc, lies on none of its edges so far and on
     * no loop before it.
     *
     * @param drawn the vertices so far
     */
    public boolean admitsPoint(List<Vertex> drawn, int x, int y) {
        Vector2 point = new Vector2(x, y);
        return Stream.concat(edges(drawn).stream(), outlines.stream().flatMap(outline -> outline.edges().stream()))
                .noneMatch(edge -> edge.passes(point, OutlineContact.TOLERANCE));
    }

    private static List<OutlineEdge> edges(List<Vertex> drawn) {
        List<OutlineEdge> edges = new ArrayList<>(drawn.size());
        for (int i = 0; i + 1 < drawn.size(); i++) {
            Vertex end = drawn.get(i + 1);
            edge(drawn.get(i), end.x(), end.y()).ifPresent(edges::add);
        }
        return edges;
    }

    private static Optional<OutlineEdge> edge(Vertex from, int x, int y) {
        Vector2 start = new Vector2(from.x(), from.y());
        Vector2 end = new Vector2(x, y);
        if (start.equals(end)) {
            return Optional.empty();
        }
        if (from.arcToNext().isEmpty()) {
            return Optional.of(new Straight(start, end));
        }
        Middle middle = from.arcToNext().get();
        return Arc.through(start, new Vector2(middle.x(), middle.y()), end).map(OutlineEdge.class::cast);
    }
}
