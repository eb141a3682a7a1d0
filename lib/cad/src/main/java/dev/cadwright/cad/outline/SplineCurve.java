package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Points of B-splines, by de Boor's algorithm on homogeneous coordinates. */
final class SplineCurve {
    private static final int STEPS_PER_SPAN = 16;
    private static final int MOST_STEPS = 4096;

    private final Curve.Spline spline;

    SplineCurve(Curve.Spline spline) {
        this.spline = spline;
    }

    /** The point at a fraction of the knots' range, 0 at the start and 1 at the end. */
    Vector2 at(double fraction) {
        List<Double> knots = spline.knots();
        int degree = spline.degree();
        double place = knots.getFirst() + fraction * (knots.getLast() - knots.getFirst());
        int span = degree;
        while (span + 1 < spline.controls().size() && knots.get(span + 1) <= place) {
            span++;
        }
        double[][] points = new double[degree + 1][];
        for (int index = 0; index <= degree; index++) {
            points[index] = homogeneous(span - degree + index);
        }
        for (int level = 1; level <= degree; level++) {
            for (int index = degree; index >= level; index--) {
                double low = knots.get(span - degree + index);
                double high = knots.get(index + 1 + span - level);
                mix(points[index], points[index - 1], (place - low) / (high - low));
            }
        }
        double[] last = points[degree];
        return new Vector2(last[0] / last[2], last[1] / last[2]);
    }

    private double[] homogeneous(int control) {
        Vector2 point = spline.controls().get(control);
        double weight = spline.weights().isEmpty() ? 1 : spline.weights().get(control);
        return new double[] {point.x() * weight, point.y() * weight, weight};
    }

    private static void mix(double[] into, double[] before, double share) {
        for (int axis = 0; axis < 3; axis++) {
            into[axis] = (1 - share) * before[axis] + share * into[axis];
        }
    }

    /** Points along the curve, the start first and the end left out. */
    List<Vector2> samples() {
        int steps = steps();
        List<Vector2> samples = new ArrayList<>(steps);
        for (int step = 0; step < steps; step++) {
            samples.add(at((double) step / steps));
        }
        return samples;
    }

    private int steps() {
        return Math.min(MOST_STEPS, STEPS_PER_SPAN * (spline.controls().size() - spline.degree()));
    }

    /** The lowest and the highest of {@code direction · point}, sought about the best of the samples. */
    double[] reach(Vector2 direction) {
        return new double[] {-highest(direction.times(-1)), highest(direction)};
    }

    private double highest(Vector2 direction) {
        int steps = steps();
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int step = 0; step <= steps; step++) {
            double value = direction.dot(at((double) step / steps));
            if (value > highest) {
                highest = value;
                best = step;
            }
        }
        double low = Math.max(0, best - 1.0) / steps;
        double high = Math.min(steps, best + 1.0) / steps;
        for (int halving = 0; halving < 60; halving++) {
            double third = (high - low) / 3;
            if (direction.dot(at(low + third)) < direction.dot(at(high - third))) {
                low += third;
            } else {
                high -= third;
            }
        }
        return Math.max(highest, direction.dot(at((low + high) / 2)));
    }

    Curve.Spline reversed() {
        List<Double> knots = spline.knots();
        double ends = knots.getFirst() + knots.getLast();
        List<Double> turned = new ArrayList<>();
        for (int index = knots.size() - 1; index >= 0; index--) {
            turned.add(ends - knots.get(index));
        }
        return new Curve.Spline(
                spline.degree(), turned(spline.controls()), turned, turned(spline.weights()), spline.span());
    }

    /** The same curve with its first and its last control point moved. */
    Curve.Spline between(Vector2 start, Vector2 end) {
        List<Vector2> controls = new ArrayList<>(spline.controls());
        controls.set(0, start);
        controls.set(controls.size() - 1, end);
        return new Curve.Spline(spline.degree(), controls, spline.knots(), spline.weights(), spline.span());
    }

    private static <T> List<T> turned(List<T> items) {
        List<T> turned = new ArrayList<>(items);
        Collections.reverse(turned);
        return turned;
    }
}
