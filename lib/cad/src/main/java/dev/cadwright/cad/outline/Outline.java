package dev.cadwright.cad.outline;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;

/** A loop as a polygon whose corners lie on the loop, for questions of inside and outside. */
public final class Outline {
    private static final int STEPS_PER_TURN = 64;
    /** Polygons cut corners off arcs: a loop may seem to reach this much out of the one that it touches inside. */
    private static final double BOX_SLACK = 2e-3;

    private final double[] xs;
    private final double[] ys;
    private final double minX;
    private final double minY;
    private final double maxX;
    private final double maxY;

    private Outline(List<Vector2> corners) {
        xs = corners.stream().mapToDouble(Vector2::x).toArray();
        ys = corners.stream().mapToDouble(Vector2::y).toArray();
        minX = smallest(xs);
        minY = smallest(ys);
        maxX = largest(xs);
        maxY = largest(ys);
    }

    public static Outline of(Loop loop) {
        return of(loop, STEPS_PER_TURN);
    }

    /** @param steps chords for a full turn of an arc or ellipse; splines have 16 a span */
    public static Outline of(Loop loop, int steps) {
        List<Vector2> corners = new ArrayList<>();
        loop.curves().forEach(curve -> addCorners(curve, steps, corners));
        return new Outline(corners);
    }

    /** The corners of a curve, its end left out: the next curve starts there. */
    private static void addCorners(Curve curve, int steps, List<Vector2> corners) {
        switch (curve) {
            case Curve.Line line -> corners.add(line.start());
            case Curve.Circle circle -> addSteps(Curves.round(CircularArc.of(circle)), steps, corners);
            case Curve.Arc arc -> {
                corners.add(arc.start());
                CircularArc.of(arc).ifPresent(round -> addInnerSteps(Curves.round(round), steps, corners));
            }
            case Curve.Ellipse ellipse -> addSteps(EllipticalArc.of(ellipse), steps, corners);
            case Curve.EllipseArc arc -> {
                corners.add(arc.start());
                addInnerSteps(EllipticalArc.of(arc), steps, corners);
            }
            case Curve.Spline spline -> corners.addAll(new SplineCurve(spline).samples());
        }
    }

    private static void addSteps(EllipticalArc arc, int steps, List<Vector2> corners) {
        corners.add(arc.at(0));
        addInnerSteps(arc, steps, corners);
    }

    private static void addInnerSteps(EllipticalArc arc, int stepsPerTurn, List<Vector2> corners) {
        int steps = Math.max(4, (int) Math.ceil(stepsPerTurn * Math.abs(arc.sweep()) / (2 * Math.PI)));
        for (int step = 1; step < steps; step++) {
            corners.add(arc.at((double) step / steps));
        }
    }

    public int size() {
        return xs.length;
    }

    public Vector2 corner(int index) {
        return new Vector2(xs[index], ys[index]);
    }

    /** The area by the shoelace formula: positive when the outline runs counter-clockwise. */
    public double signedArea() {
        double sum = 0;
        for (int here = 0, before = xs.length - 1; here < xs.length; before = here++) {
            sum += (xs[before] - xs[0]) * (ys[here] - ys[0]) - (xs[here] - xs[0]) * (ys[before] - ys[0]);
        }
        return sum / 2;
    }

    public double diagonal() {
        return Math.hypot(maxX - minX, maxY - minY);
    }

    public double minX() {
        return minX;
    }

    public double minY() {
        return minY;
    }

    public double maxX() {
        return maxX;
    }

    public double maxY() {
        return maxY;
    }

    public boolean contains(double x, double y) {
        if (x < minX || x > maxX || y < minY || y > maxY) {
            return false;
        }
        boolean inside = false;
        for (int here = 0, before = xs.length - 1; here < xs.length; before = here++) {
            boolean spans = (ys[here] > y) != (ys[before] > y);
            if (spans && x < (xs[before] - xs[here]) * (y - ys[here]) / (ys[before] - ys[here]) + xs[here]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Whether most of a few points spread over the other outline lie inside this one; loops may touch. */
    public boolean contains(Outline other) {
        double slack = BOX_SLACK * diagonal();
        if (other.minX < minX - slack || other.maxX > maxX + slack) {
            return false;
        }
        if (other.minY < minY - slack || other.maxY > maxY + slack) {
            return false;
        }
        int asked = Math.min(7, other.size());
        int inside = 0;
        int outside = 0;
        for (int probe = 0; probe < asked && 2 * inside <= asked && 2 * outside <= asked; probe++) {
            int index = (int) ((long) probe * other.size() / asked);
            int next = (index + 1) % other.size();
            // Corners often touch the outer loop where the middle of an edge does not.
            if (contains((other.xs[index] + other.xs[next]) / 2, (other.ys[index] + other.ys[next]) / 2)) {
                inside++;
            } else {
                outside++;
            }
        }
        return 2 * inside > asked;
    }

    private static double smallest(double[] values) {
        double result = Double.POSITIVE_INFINITY;
        for (double value : values) {
            result = Math.min(result, value);
        }
        return result;
    }

    private static double largest(double[] values) {
        double result = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            result = Math.max(result, value);
        }
        return result;
    }
}
