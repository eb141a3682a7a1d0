package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.cad.outline.LoopAssembly;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Closes loops as programs draw them, with the gaps that rounded numbers leave. */
final class ChainedLoop {
    /** Wider gaps, relative to the loop, are none that rounding leaves. */
    private static final double WIDEST = 0.02;

    private ChainedLoop() {}

    /** Curves that join in any order; else in the order given, each drawn from where the one before it ends. */
    static Optional<Loop> of(List<Curve> curves) {
        return LoopAssembly.assemble(curves).or(() -> chained(curves));
    }

    private static Optional<Loop> chained(List<Curve> curves) {
        if (curves.size() < 2 || curves.stream().anyMatch(Curve::isClosed)) {
            return Optional.empty();
        }
        double widest = WIDEST * size(curves);
        List<Curve> chain = new ArrayList<>();
        Vector2 first = Curves.start(curves.getFirst());
        Vector2 here = first;
        for (int index = 0; index < curves.size(); index++) {
            Curve curve = curves.get(index);
            Vector2 end = index + 1 == curves.size() ? first : Curves.end(curve);
            boolean near = Curves.start(curve).distanceTo(here) <= widest
                    && Curves.end(curve).distanceTo(end) <= widest;
            if (!near) {
                return Optional.empty();
            }
            chain.add(Curves.between(curve, here, end));
            here = end;
        }
        return Optional.of(new Loop(chain));
    }

    private static double size(List<Curve> curves) {
        Vector2 first = Curves.start(curves.getFirst());
        return curves.stream()
                .mapToDouble(curve -> Curves.end(curve).distanceTo(first))
                .max()
                .orElse(0);
    }
}
