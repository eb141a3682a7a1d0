package dev.cadwright.cad;

/** How a feature's solid meets the body built so far. A new body fuses too, as in DeepCAD. */
public enum Operation {
    NEW_BODY,
    JOIN,
    CUT,
    INTERSECT
}
