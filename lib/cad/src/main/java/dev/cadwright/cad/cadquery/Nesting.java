package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.BudgetExhausted;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.ShapeParts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How deep the shapes of a program are nested in each other, with a bound: a loop nests as deep as it likes. */
final class Nesting {
    static final int DEEPEST = 20_000;

    private final Map<Shape, Integer> depths = new IdentityHashMap<>();

    /** @throws BudgetExhausted where it is deeper than allowed */
    void require(Shape shape) {
        if (depth(shape) > DEEPEST) {
            throw new BudgetExhausted(
                    BudgetExhausted.Resource.NESTING, "shapes made of shapes, more than " + DEEPEST + " deep");
        }
    }

    private int depth(Shape root) {
        Deque<Shape> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Shape shape = open.peek();
            int before = open.size();
            List<Shape> parts = depths.containsKey(shape) ? List.of() : ShapeParts.of(shape);
            parts.stream().filter(part -> !depths.containsKey(part)).forEach(open::push);
            if (open.size() == before) {
                open.pop();
                depths.computeIfAbsent(
                        shape,
                        any -> 1 + parts.stream().mapToInt(depths::get).max().orElse(0));
            }
        }
        return depths.get(root);
    }
}
