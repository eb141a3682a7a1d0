package dev.cadwright.kernel;

import dev.cadwright.cad.shape.Shape;
import java.util.List;

/** The numbers under which a worker knows shapes. */
@FunctionalInterface
interface ShapeHandles {
    int of(Shape shape);

    default List<Integer> of(List<Shape> shapes) {
        return shapes.stream().map(this::of).toList();
    }
}
