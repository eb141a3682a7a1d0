package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.ShapeParts;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which shapes no result is made of. */
final class Unused {
    private Unused() {}

    static List<Shape> among(List<Shape> shapes, List<Shape> results) {
        Set<Shape> used = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Shape> open = new ArrayDeque<>(results);
        while (!open.isEmpty()) {
            Shape shape = open.pop();
            if (used.add(shape)) {
                ShapeParts.of(shape).forEach(open::push);
            }
        }
        return shapes.stream().filter(shape -> !used.contains(shape)).toList();
    }
}
