package dev.cadwright.cad;

import dev.cadwright.geometry.Vector2;

/** A curve in a sketch plane. */
public sealed interface Curve {
    SourceSpan span();

    /** The same curve without its place in a text. */
    Curve withoutSpan();

    record Line(Vector2 start, Vector2 end, SourceSpan span) implements Curve {
        @Override
        public Line withoutSpan() {
            return new Line(start, end, SourceSpan.NONE);
        }
    }

    /** A circular arc from start through mid to end. */
    record Arc(Vector2 start, Vector2 mid, Vector2 end, SourceSpan span) implements Curve {
        @Override
        public Arc withoutSpan() {
            return new Arc(start, mid, end, SourceSpan.NONE);
        }
    }

    /** A full circle: a closed loop by itself. */
    record Circle(Vector2 centre, double radius, SourceSpan span) implements Curve {
        @Override
        public Circle withoutSpan() {
            return new Circle(centre, radius, SourceSpan.NONE);
        }
    }
}
