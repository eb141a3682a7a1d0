package dev.cadwright.cad;

/** How far an extrusion goes from its plane. Distances may be negative: then against the normal. */
public sealed interface Extent {
    record OneSide(double distance) implements Extent {}

    /** The distance in both directions: twice the distance in total. */
    record Symmetric(double distance) implements Extent {}

    /** {@code first} along the normal and {@code second} against it. */
    record TwoSides(double first, double second) implements Extent {}
}
