package dev.cadwright.cad;

import dev.cadwright.geometry.Vector2;

/** A curve in a sketch plane. */
public sealed interface Curve {
    SourceSpan span();

    record Line(Vector2 start, Vector2 end, SourceSpan span) implements Curve {}

    /** A circular arc from start through mid to end. */
    record Arc(Vector2 start, Vector2 mid, Vector2 end, SourceSpan span) implements Curve {}

    /** A full circle: a closed loop by itself. */
    record Circle(Vector2 centre, double radius, SourceSpan span) implements Curve {}
}
