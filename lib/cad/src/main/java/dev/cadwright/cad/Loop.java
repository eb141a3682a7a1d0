package dev.cadwright.cad;

import java.util.List;

/** A closed chain of curves, head to tail; or one curve that is closed by itself. */
public record Loop(List<Curve> curves) {
    public Loop {
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("a loop needs at least one curve");
        }
        if (curves.size() > 1 && curves.stream().anyMatch(Curve::isClosed)) {
            throw new IllegalArgumentException("a closed curve is a loop by itself");
        }
    }

    /** The same loop without its places in a text. */
    public Loop withoutSpans() {
        return new Loop(curves.stream().map(Curve::withoutSpan).toList());
    }
}
