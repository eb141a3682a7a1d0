package dev.cadwright.kernel;

import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.Shape;
import java.util.List;

/** A program that makes shapes, and may look at them on its way. */
@FunctionalInterface
public interface ShapeProgram {
    /** Returns what the program leaves: the shapes to execute and measure. */
    List<Shape> run(Modeller modeller);
}
