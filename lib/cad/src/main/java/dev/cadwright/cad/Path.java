package dev.cadwright.cad;

import dev.cadwright.geometry.Frame;
import java.util.List;

/** A chain of curves in a plane, head to tail, that a profile is swept along; it need not close. */
public record Path(Frame plane, List<Curve> curves) {
    public Path {
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("a path needs at least one curve");
        }
        if (curves.size() > 1 && curves.stream().anyMatch(Curve::isClosed)) {
            throw new IllegalArgumentException("a closed curve is a path by itself");
        }
    }

    /** The same path without its places in a text. */
    public Path withoutSpans() {
        return new Path(plane, curves.stream().map(Curve::withoutSpan).toList());
    }
}
