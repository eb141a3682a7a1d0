package dev.cadwright.geometry.render;

import java.util.Locale;

/** What a picture shows. */
public enum Style {
    /** Lit faces with their feature edges and silhouette; a grey PNG. */
    SHADED,
    /** Feature edges and silhouette alone, hidden lines removed; a grey PNG. */
    LINES,
    /** Distance along the look direction in units of the longest side, NaN outside; float32 {@code .npy}. */
    DEPTH,
    /** White where the shape is, black elsewhere; a grey PNG. */
    MASK;

    /** The name in commands: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The style with a label, in any case.
     *
     * @throws IllegalArgumentException if there is no such style
     */
    public static Style of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
