package dev.cadwright.cad.block;

import dev.cadwright.cad.block.Intervals.Rule;
import java.util.List;

/** Where straight lines parallel to an axis run inside a solid, exactly. For one thread: it reuses its buffers. */
final class Chords {
    private final List<Prism> prisms;
    private final Intervals piece = new Intervals();
    private final Intervals other = new Intervals();
    private Intervals body = new Intervals();
    private Intervals next = new Intervals();

    Chords(List<Prism> prisms) {
        this.prisms = prisms;
    }

    /**
     * The chord of the line along {@code axis} whose coordinates on the next two axes are {@code a} and {@code b}.
     * The result is valid until the next call.
     */
    Intervals along(int axis, double a, double b) {
        body.clear();
        for (Prism prism : prisms) {
            step(prism, axis, a, b);
        }
        return body;
    }

    /** Adds to {@code sums}, for the body after each block, the chord's length times {@code weight}. */
    void addLengths(int axis, double a, double b, double weight, double[] sums) {
        body.clear();
        for (int i = 0; i < prisms.size(); i++) {
            step(prisms.get(i), axis, a, b);
            sums[i] += weight * body.length();
        }
    }

    /** Where exactly one of two parallel lines runs inside: the boundary, if they run on both sides of it. */
    Intervals between(int axis, double a, double b, double otherA, double otherB) {
        other.copyFrom(along(axis, a, b));
        along(axis, otherA, otherB);
        next.combine(other, body, Rule.SYMMETRIC_DIFFERENCE);
        return next;
    }

    private void step(Prism prism, int axis, double a, double b) {
        prism.along(axis, a, b, piece);
        if (piece.isEmpty()) {
            return;
        }
        next.combine(body, piece, prism.cut() ? Rule.DIFFERENCE : Rule.UNION);
        Intervals swap = body;
        body = next;
        next = swap;
    }
}
