package dev.cadwright.cad.shape;

import dev.cadwright.geometry.format.Colour;
import java.util.Objects;
import java.util.Optional;

/** A part of an assembly, where it stands in the whole. @param name path of names from the root, joined by {@code /} */
public record NamedShape(String name, Optional<Colour> colour, Shape shape) {
    public NamedShape {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(shape, "shape");
    }
}
