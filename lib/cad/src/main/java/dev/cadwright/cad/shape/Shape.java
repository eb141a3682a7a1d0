package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;

/** A shape, by how it is made. See the package for what sharing and equality mean. */
public sealed interface Shape
        permits EdgeShape, WireShape, FaceShape, SolidShape, BooleanShape, ModifiedShape, GroupShape {
    /** The kind that the result has whenever there is a result. */
    Kind kind();

    /** Where in a program's text the operation stands. */
    SourceSpan span();
}
