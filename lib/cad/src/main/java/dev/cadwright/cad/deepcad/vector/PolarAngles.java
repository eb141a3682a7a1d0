package dev.cadwright.cad.deepcad.vector;

/** How the direction of a sketch plane becomes angles. */
public enum PolarAngles {
    /**
     * As the original program computes them, by the arctangent of a quotient: a normal or a y axis whose x is negative
     * comes back mirrored, and half turns come back a step short.
     */
    FAITHFUL,
    /** By the arctangent of both parts; a half turn is written as its negative, which the form holds exactly. */
    CORRECTED
}
