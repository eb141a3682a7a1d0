package dev.cadwright.cad.shape;

/** What a shape is, from points to groups of anything. */
public enum Kind {
    VERTEX,
    EDGE,
    WIRE,
    FACE,
    SHELL,
    SOLID,
    COMPOUND;

    /** Whether a shape of this kind can hold one of the other kind. */
    public boolean isAbove(Kind other) {
        return compareTo(other) > 0;
    }
}
