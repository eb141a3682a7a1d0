package dev.cadwright.cad.text;

/** The aspect of a font within its family. */
public enum FontStyle {
    REGULAR,
    BOLD,
    ITALIC
}
