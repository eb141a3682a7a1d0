package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;

/** A B-spline whose end knots need not be repeated, as periodic ones are not. */
public record UnclampedSpline(int degree, List<Vector2> controls, List<Double> knots, List<Double> weights) {
    /** @throws IllegalArgumentException if the numbers do not fit together */
    public UnclampedSpline {
        controls = List.copyOf(controls);
        knots = List.copyOf(knots);
        weights = List.copyOf(weights);
        if (degree < 1 || degree > Curve.Spline.MAX_DEGREE || controls.size() <= degree) {
            throw new IllegalArgumentException(controls.size() + " control points for the degree " + degree);
        }
        if (knots.size() != controls.size() + degree + 1) {
            throw new IllegalArgumentException(controls.size() + degree + 1 + " knots are needed, not " + knots.size());
        }
        for (int index = 1; index < knots.size(); index++) {
            if (!(knots.get(index) >= knots.get(index - 1))) {
                throw new IllegalArgumentException("the knots fall");
            }
        }
        if (!weights.isEmpty() && weights.size() != controls.size()) {
            throw new IllegalArgumentException("there is not one weight a control point");
        }
    }

    /**
     * The same curve over the range where it is defined, with repeated end knots, by inserting them (Boehm, 1980).
     *
     * @throws IllegalArgumentException if it is no curve even so
     */
    public Curve.Spline clamped(SourceSpan span) {
        List<Double> places = new ArrayList<>(knots);
        List<double[]> points = new ArrayList<>();
        for (int index = 0; index < controls.size(); index++) {
            double weight = weights.isEmpty() ? 1 : weights.get(index);
            Vector2 point = controls.get(index);
            points.add(new double[] {point.x() * weight, point.y() * weight, weight});
        }
        double first = places.get(degree);
        double last = places.get(places.size() - degree - 1);
        if (!(first < last)) {
            throw new IllegalArgumentException("the knots span no range");
        }
        while (places.lastIndexOf(first) - places.indexOf(first) < degree) {
            insert(places, points, first, places.lastIndexOf(first));
        }
        while (places.lastIndexOf(last) - places.indexOf(last) < degree) {
            insert(places, points, last, places.indexOf(last) - 1);
        }
        int from = places.lastIndexOf(first) - degree;
        int to = places.indexOf(last) + degree;
        return spline(points.subList(from, to - degree), places.subList(from, to + 1), span);
    }

    /** Inserts a knot behind the one with the number span. */
    private void insert(List<Double> places, List<double[]> points, double knot, int span) {
        List<double[]> next = new ArrayList<>(points.subList(0, span - degree + 1));
        for (int index = span - degree + 1; index <= span; index++) {
            double low = places.get(index);
            double share = (knot - low) / (places.get(index + degree) - low);
            next.add(mixed(points.get(index - 1), points.get(index), share));
        }
        next.addAll(points.subList(span, points.size()));
        points.clear();
        points.addAll(next);
        places.add(span + 1, knot);
    }

    private static double[] mixed(double[] before, double[] after, double share) {
        double[] mixed = new double[before.length];
        for (int axis = 0; axis < mixed.length; axis++) {
            mixed[axis] = (1 - share) * before[axis] + share * after[axis];
        }
        return mixed;
    }

    private Curve.Spline spline(List<double[]> points, List<Double> kept, SourceSpan span) {
        List<Vector2> places = points.stream()
                .map(point -> new Vector2(point[0] / point[2], point[1] / point[2]))
                .toList();
        List<Double> shares = weights.isEmpty()
                ? List.of()
                : points.stream().map(point -> point[2]).toList();
        return new Curve.Spline(degree, places, kept, shares, span);
    }
}
