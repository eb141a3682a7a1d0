package dev.cadwright.cad.deepcad.vector;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.deepcad.vector.CadVector.Row;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A profile in the order of the vector form: loops by the lower corner of their boxes, the first is taken for the outer
 * one; each from its leftmost corner, counter-clockwise. It is scaled about its first corner so that its farthest side is
 * 95 steps away, and put with that corner at (128, 128).
 */
final class SketchRows {
    private static final double MIDDLE = 128;
    static final double REACH = 128 * 0.75 - 1;

    private final List<List<Curve>> loops;
    private final Vector2 start;
    private final double size;

    SketchRows(Profile profile) {
        List<Loop> all = new ArrayList<>(List.of(profile.outer()));
        all.addAll(profile.holes());
        List<List<Curve>> sorted = new ArrayList<>();
        all.stream()
                .map(LoopOrder::canonical)
                .sorted(Comparator.comparingDouble((List<Curve> loop) -> rounded(reach(loop, RIGHT)[0]))
                        .thenComparingDouble(loop -> rounded(reach(loop, UP)[0])))
                .forEach(sorted::add);
        loops = List.copyOf(sorted);
        start = LoopOrder.start(loops.getFirst().getFirst());
        size = loops.stream().mapToDouble(this::farthest).max().orElseThrow();
    }

    private static final Vector2 RIGHT = new Vector2(1, 0);
    private static final Vector2 UP = new Vector2(0, 1);

    Vector2 start() {
        return start;
    }

    /** From the first corner to the farthest side of the profile's box. */
    double size() {
        return size;
    }

    List<List<Curve>> loops() {
        return loops;
    }

    private double farthest(List<Curve> loop) {
        double[] x = reach(loop, RIGHT);
        double[] y = reach(loop, UP);
        return Math.max(
                Math.max(Math.abs(x[0] - start.x()), Math.abs(x[1] - start.x())),
                Math.max(Math.abs(y[0] - start.y()), Math.abs(y[1] - start.y())));
    }

    private static double[] reach(List<Curve> loop, Vector2 direction) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : loop) {
            double[] reach = Curves.reach(curve, direction);
            low = Math.min(low, reach[0]);
            high = Math.max(high, reach[1]);
        }
        return new double[] {low, high};
    }

    static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6 + 0.0;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (List<Curve> loop : loops) {
            rows.add(Row.of(CadVector.LOOP));
            loop.forEach(curve -> rows.add(row(curve)));
        }
        return rows;
    }

    private Row row(Curve curve) {
        return switch (curve) {
            case Curve.Line line -> end(line.end());
            case Curve.Circle circle -> {
                int[] centre = place(circle.centre());
                int radius = Quantiser.radius(circle.radius() * REACH / size);
                yield Row.of(CadVector.CIRCLE, centre[0], centre[1], CadVector.UNUSED, CadVector.UNUSED, radius);
            }
            case Curve.Arc arc ->
                CircularArc.of(arc).map(round -> row(arc, round)).orElseGet(() -> end(arc.end()));
            case Curve.Ellipse ellipse -> throw new IllegalStateException("this was to be refused: " + ellipse);
            case Curve.EllipseArc arc -> throw new IllegalStateException("this was to be refused: " + arc);
            case Curve.Spline spline -> throw new IllegalStateException("this was to be refused: " + spline);
        };
    }

    private Row end(Vector2 point) {
        int[] place = place(point);
        return Row.of(CadVector.LINE, place[0], place[1]);
    }

    /** The side on which the arc bulges is that of its points after rounding, as in the original. */
    private Row row(Curve.Arc arc, CircularArc round) {
        int[] from = place(arc.start());
        int[] through = place(round.at(0.5));
        int[] to = place(arc.end());
        int turn = (through[0] - from[0]) * (to[1] - from[1]) - (through[1] - from[1]) * (to[0] - from[0]);
        return Row.of(CadVector.ARC, to[0], to[1], Quantiser.sweep(Math.abs(round.sweep())), turn >= 0 ? 1 : 0);
    }

    private int[] place(Vector2 point) {
        Vector2 scaled = point.minus(start).times(REACH / size).plus(new Vector2(MIDDLE, MIDDLE));
        return new int[] {Quantiser.coordinate(scaled.x()), Quantiser.coordinate(scaled.y())};
    }
}
