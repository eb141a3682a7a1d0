package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.geometry.Vector2;

/** Ends and directions of curves. A circle starts and ends at its rightmost point. */
public final class Curves {
    private Curves() {}

    public static Vector2 start(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> line.start();
            case Curve.Arc arc -> arc.start();
            case Curve.Circle circle -> circle.centre().plus(new Vector2(circle.radius(), 0));
        };
    }

    public static Vector2 end(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> line.end();
            case Curve.Arc arc -> arc.end();
            case Curve.Circle circle -> start(circle);
        };
    }

    /** The same curve run the other way. */
    public static Curve reversed(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> new Curve.Line(line.end(), line.start(), line.span());
            case Curve.Arc arc -> new Curve.Arc(arc.end(), arc.mid(), arc.start(), arc.span());
            case Curve.Circle circle -> circle;
        };
    }

    /** The same curve with its ends moved; a circle has none. */
    public static Curve between(Curve curve, Vector2 start, Vector2 end) {
        return switch (curve) {
            case Curve.Line line -> new Curve.Line(start, end, line.span());
            case Curve.Arc arc -> new Curve.Arc(start, arc.mid(), end, arc.span());
            case Curve.Circle circle -> circle;
        };
    }
}
