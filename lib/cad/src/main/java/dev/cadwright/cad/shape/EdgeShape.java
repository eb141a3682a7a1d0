package dev.cadwright.cad.shape;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Points and curves that are made from numbers. */
public sealed interface EdgeShape extends Shape {
    @Override
    default Kind kind() {
        return Kind.EDGE;
    }

    /** A single point ({@code BRepBuilderAPI_MakeVertex}). */
    record Point(Vector3 at, SourceSpan span) implements EdgeShape {
        @Override
        public Kind kind() {
            return Kind.VERTEX;
        }
    }

    record Segment(Vector3 start, Vector3 end, SourceSpan span) implements EdgeShape {}

    /** The circular arc from start through a point between to end ({@code GC_MakeArcOfCircle}). */
    record ArcThrough(Vector3 start, Vector3 between, Vector3 end, SourceSpan span) implements EdgeShape {}

    /** The circular arc that leaves start along a direction and ends at end ({@code GC_MakeArcOfCircle}). */
    record TangentArc(Vector3 start, Vector3 tangent, Vector3 end, SourceSpan span) implements EdgeShape {}

    /**
     * A circle around the frame's normal, or the arc of it between two angles from the frame's x axis.
     *
     * @param from degrees; equal to {@code to} for the full circle
     * @param reversed from {@code to} back to {@code from}, clockwise ({@code GC_MakeArcOfCircle} with false sense)
     */
    record CircularArc(Frame frame, double radius, double from, double to, boolean reversed, SourceSpan span)
            implements EdgeShape {}

    /** An ellipse or an arc of it: as {@link CircularArc}, with two radii; either may be the larger. */
    record EllipticArc(
            Frame frame, double xRadius, double yRadius, double from, double to, boolean reversed, SourceSpan span)
            implements EdgeShape {}

    /**
     * A cubic B-spline through points ({@code GeomAPI_Interpolate}).
     *
     * @param tangents none, two (of both ends) or one a point; an empty one is left to the spline
     * @param parameters none, or one a point (one more where it is periodic)
     * @param scaled whether the lengths of the tangents are adapted to the curve
     */
    record InterpolatedSpline(
            List<Vector3> points,
            List<Optional<Vector3>> tangents,
            List<Double> parameters,
            boolean periodic,
            boolean scaled,
            double tolerance,
            SourceSpan span)
            implements EdgeShape {
        public InterpolatedSpline {
            points = List.copyOf(points);
            tangents = List.copyOf(tangents);
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A B-spline near points ({@code GeomAPI_PointsToBSpline}).
     *
     * @param smoothing three weights of a variational smoothing, or none
     */
    record ApproximatedSpline(
            List<Vector3> points,
            double tolerance,
            List<Double> smoothing,
            int minimumDegree,
            int maximumDegree,
            SourceSpan span)
            implements EdgeShape {
        public ApproximatedSpline {
            points = List.copyOf(points);
            smoothing = List.copyOf(smoothing);
        }
    }

    /** A Bézier curve of degree {@code points − 1}. */
    record Bezier(List<Vector3> points, SourceSpan span) implements EdgeShape {
        public Bezier {
            points = List.copyOf(points);
        }
    }

    /** A B-spline by poles, weights (none: all 1), knots and their multiplicities. */
    record BSpline(
            List<Vector3> poles,
            List<Double> weights,
            List<Double> knots,
            List<Integer> multiplicities,
            int degree,
            boolean periodic,
            SourceSpan span)
            implements EdgeShape {
        public BSpline {
            poles = List.copyOf(poles);
            weights = List.copyOf(weights);
            knots = List.copyOf(knots);
            multiplicities = List.copyOf(multiplicities);
        }
    }

    /** The part of an edge between two parameters of its curve. */
    record Trimmed(Shape of, double from, double to, SourceSpan span) implements EdgeShape {}

    /** The edge between the two ends of an open edge or wire, as a straight segment. */
    record Closing(Shape of, SourceSpan span) implements EdgeShape {}

    /**
     * A point on a curve, as a vertex.
     *
     * @param parameter where, as a share of the length; empty for the centre of mass
     */
    record PointOn(Shape of, OptionalDouble parameter, SourceSpan span) implements EdgeShape {
        @Override
        public Kind kind() {
            return Kind.VERTEX;
        }
    }
}
