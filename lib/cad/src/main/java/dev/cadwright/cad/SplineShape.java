package dev.cadwright.cad;

import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;

/** What the numbers of a B-spline must be to each other. */
final class SplineShape {
    /** Knots nearer than this, relative to their range, could fall together in computations. */
    private static final double NEAR = 1e-9;

    private SplineShape() {}

    static void require(int degree, List<Vector2> controls, List<Double> knots, List<Double> weights) {
        require(degree >= 1 && degree <= Curve.Spline.MAX_DEGREE, "the degree " + degree + " is not from 1 to 25");
        require(controls.size() > degree, controls.size() + " control points are too few for the degree " + degree);
        int needed = controls.size() + degree + 1;
        require(knots.size() == needed, needed + " knots are needed, not " + knots.size());
        require(clamped(degree, knots), "the first and the last " + (degree + 1) + " knots are not equal");
        double range = knots.getLast() - knots.getFirst();
        double largest = Math.max(Math.abs(knots.getFirst()), Math.abs(knots.getLast()));
        require(range >= 1e-3 * largest && range > 0 && range < 1e9, "the knots span no range to compute with");
        for (int index = 1; index < knots.size(); index++) {
            double step = knots.get(index) - knots.get(index - 1);
            require(step == 0 || step > NEAR * range, "the knots fall, or two are nearly equal");
        }
        for (int index = 1; index + degree + 1 < knots.size(); index++) {
            require(knots.get(index) < knots.get(index + degree), "a knot stands more than " + degree + " times");
        }
        require(weights.isEmpty() || weights.size() == controls.size(), "there is not one weight a control point");
        require(weights.stream().allMatch(weight -> weight > 0 && weight < 1e9), "a weight is not positive");
    }

    private static boolean clamped(int degree, List<Double> knots) {
        return knots.get(0).equals(knots.get(degree)) && knots.getLast().equals(knots.get(knots.size() - degree - 1));
    }

    /** From 0 to the number of spans, in whole steps. */
    static List<Double> evenKnots(int degree, int controls) {
        require(degree >= 1 && degree <= Curve.Spline.MAX_DEGREE, "the degree " + degree + " is not from 1 to 25");
        List<Double> knots = new ArrayList<>();
        int spans = Math.max(1, controls - degree);
        for (int index = 0; index < controls + degree + 1; index++) {
            knots.add((double) Math.clamp(index - degree, 0, spans));
        }
        return knots;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
