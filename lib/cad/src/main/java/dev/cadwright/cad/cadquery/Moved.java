package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.geometry.Transform;

/** A shape and all the moves around it as one: a loop, since moves may be nested in each other many times. */
record Moved(Shape shape, Transform by) {
    static Moved of(Shape shape) {
        return of(shape, Transform.IDENTITY);
    }

    /** @param place a move around the shape */
    static Moved of(Shape shape, Transform place) {
        Shape inner = shape;
        Transform by = place;
        while (true) {
            switch (inner) {
                case ModifiedShape.Placed placed -> {
                    by = placed.by().then(by);
                    inner = placed.of();
                }
                case ModifiedShape.Transformed transformed -> {
                    by = transformed.by().then(by);
                    inner = transformed.of();
                }
                default -> {
                    return new Moved(inner, by);
                }
            }
        }
    }
}
