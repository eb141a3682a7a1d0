package dev.cadwright.cad;

import dev.cadwright.geometry.Vector2;
import java.util.List;
import java.util.Objects;

/** A curve in a sketch plane. */
public sealed interface Curve {
    SourceSpan span();

    /** The same curve without its place in a text. */
    Curve withoutSpan();

    /** Whether the curve is a loop by itself: nothing can follow it. A spline may end where it starts, too. */
    default boolean isClosed() {
        return switch (this) {
            case Line line -> false;
            case Arc arc -> false;
            case EllipseArc arc -> false;
            case Circle circle -> true;
            case Ellipse ellipse -> true;
            case Spline spline -> false;
        };
    }

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

    /**
     * A full ellipse: a closed loop by itself.
     *
     * @param axis from the centre to where one of the axes meets the ellipse
     * @param radius half the length of the other axis, at right angles to the first; either may be the longer
     */
    record Ellipse(Vector2 centre, Vector2 axis, double radius, SourceSpan span) implements Curve {
        @Override
        public Ellipse withoutSpan() {
            return new Ellipse(centre, axis, radius, SourceSpan.NONE);
        }
    }

    /**
     * The part of an ellipse between two of its points.
     *
     * @param axis from the centre to where one of the axes meets the ellipse
     * @param radius half the length of the other axis
     * @param clockwise which way the arc runs from its start to its end
     */
    record EllipseArc(
            Vector2 start, Vector2 end, Vector2 centre, Vector2 axis, double radius, boolean clockwise, SourceSpan span)
            implements Curve {
        @Override
        public EllipseArc withoutSpan() {
            return new EllipseArc(start, end, centre, axis, radius, clockwise, SourceSpan.NONE);
        }
    }

    /**
     * A B-spline by its control points, from the first of them to the last (Piegl and Tiller, The NURBS Book, 1997).
     *
     * @param degree from 1 to 25
     * @param controls at least degree + 1 of them
     * @param knots controls + degree + 1 of them, never falling, the first and the last degree + 1 equal
     * @param weights one a control point, all positive; empty when all are equal
     */
    record Spline(int degree, List<Vector2> controls, List<Double> knots, List<Double> weights, SourceSpan span)
            implements Curve {
        public static final int MAX_DEGREE = 25;

        /** @throws IllegalArgumentException saying what does not fit */
        public Spline {
            controls = List.copyOf(controls);
            knots = List.copyOf(knots);
            weights = List.copyOf(weights);
            Objects.requireNonNull(span, "span");
            SplineShape.require(degree, controls, knots, weights);
        }

        /** Knots that divide the curve evenly. @throws IllegalArgumentException as the full constructor does */
        public Spline(int degree, List<Vector2> controls, SourceSpan span) {
            this(degree, controls, SplineShape.evenKnots(degree, controls.size()), List.of(), span);
        }

        /** Whether the knots are those that the short constructor gives. */
        public boolean hasEvenKnots() {
            return knots.equals(SplineShape.evenKnots(degree, controls.size()));
        }

        @Override
        public Spline withoutSpan() {
            return new Spline(degree, controls, knots, weights, SourceSpan.NONE);
        }
    }
}
