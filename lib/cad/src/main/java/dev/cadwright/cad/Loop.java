package dev.cadwright.cad;

import java.util.List;

/** A closed chain of curves, head to tail; or one circle. */
public record Loop(List<Curve> curves) {
    public Loop {
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("a loop needs at least one curve");
        }
    }
}
