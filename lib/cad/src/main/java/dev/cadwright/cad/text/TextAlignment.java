package dev.cadwright.cad.text;

/** Where a text lies around the origin. */
public record TextAlignment(Horizontal horizontal, Vertical vertical) {
    /** Each line for itself. */
    public enum Horizontal {
        LEFT,
        CENTER,
        RIGHT
    }

    /** All lines together. */
    public enum Vertical {
        TOP,
        CENTER,
        BOTTOM
    }
}
