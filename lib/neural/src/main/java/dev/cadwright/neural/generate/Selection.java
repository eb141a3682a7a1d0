package dev.cadwright.neural.generate;

/** How one of several candidates becomes the answer. The truth never takes part. */
public enum Selection {
    /** The first candidate that is a valid program. */
    FIRST,
    /** The candidate whose surface is nearest to the input points. */
    INPUT
}
