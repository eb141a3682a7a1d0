package dev.cadwright.cad.block;

import dev.cadwright.cad.block.OutlineEdge.Arc;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretches of one axis between the coordinates where something begins or ends: caps, vertices, extremes of arcs.
 * Across a flat stretch a solid does not change; in a curved one it changes smoothly but for where curves of different
 * blocks cross.
 */
final class AxisSpans {
    private static final double SAME = 1e-9;

    private final double[] edges;
    private final boolean[] curved;

    private AxisSpans(double[] edges, boolean[] curved) {
        this.edges = edges;
        this.curved = curved;
    }

    static AxisSpans of(List<Prism> prisms, int axis) {
        List<Double> coordinates = new ArrayList<>();
        List<double[]> slopes = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Prism prism : prisms) {
            collect(prism, axis, coordinates, slopes);
            if (!prism.cut()) {
                low = Math.min(low, prism.low(axis));
                high = Math.max(high, prism.high(axis));
            }
        }
        double[] edges = distinct(coordinates, low, high);
        boolean[] curved = new boolean[edges.length - 1];
        for (int span = 0; span < curved.length; span++) {
            double middle = (edges[span] + edges[span + 1]) / 2;
            curved[span] = slopes.stream().anyMatch(slope -> slope[0] < middle && middle < slope[1]);
        }
        return new AxisSpans(edges, curved);
    }

    private static void collect(Prism prism, int axis, List<Double> coordinates, List<double[]> slopes) {
        if (axis == prism.w()) {
            coordinates.add(prism.from());
            coordinates.add(prism.to());
            return;
        }
        int index = axis == prism.u() ? 0 : 1;
        for (OutlineEdge edge : prism.edges()) {
            double[] extent = edge.extent();
            double low = extent[index];
            double high = extent[index + 2];
            coordinates.add(low);
            coordinates.add(high);
            coordinates.add(component(edge.start(), index));
            coordinates.add(component(edge.end(), index));
            boolean alongAxis = !(edge instanceof Arc) && extent[1 - index] == extent[3 - index];
            if (high - low > SAME && !alongAxis) {
                slopes.add(new double[] {low, high});
            }
        }
    }

    private static double component(Vector2 point, int index) {
        return index == 0 ? point.x() : point.y();
    }

    private static double[] distinct(List<Double> coordinates, double low, double high) {
        List<Double> sorted = coordinates.stream()
                .filter(coordinate -> coordinate >= low - SAME && coordinate <= high + SAME)
                .sorted()
                .toList();
        List<Double> distinct = new ArrayList<>();
        for (double coordinate : sorted) {
            if (distinct.isEmpty() || coordinate - distinct.getLast() > SAME) {
                distinct.add(coordinate);
            }
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int count() {
        return curved.length;
    }

    double from(int span) {
        return edges[span];
    }

    double to(int span) {
        return edges[span + 1];
    }

    boolean curved(int span) {
        return curved[span];
    }

    /** The coordinates between which the stretches lie. */
    double[] coordinates() {
        return edges;
    }

    /** Where to ask, and with which weight, to integrate along the axis. */
    Nodes nodes() {
        int total = 0;
        for (int span = 0; span < count(); span++) {
            total += rule(span).count();
        }
        double[] positions = new double[total];
        double[] weights = new double[total];
        int next = 0;
        for (int span = 0; span < count(); span++) {
            GaussLegendre rule = rule(span);
            double middle = (from(span) + to(span)) / 2;
            double half = (to(span) - from(span)) / 2;
            for (int node = 0; node < rule.count(); node++) {
                positions[next] = middle + half * rule.node(node);
                weights[next++] = half * rule.weight(node);
            }
        }
        return new Nodes(positions, weights);
    }

    private GaussLegendre rule(int span) {
        if (!curved[span]) {
            return GaussLegendre.of(1);
        }
        double length = to(span) - from(span);
        return GaussLegendre.of(Math.min(GaussLegendre.LARGEST, 5 + (int) Math.ceil(length / 6)));
    }

    /** Quadrature nodes; the arrays are read only. */
    static final class Nodes {
        private final double[] positions;
        private final double[] weights;

        private Nodes(double[] positions, double[] weights) {
            this.positions = positions;
            this.weights = weights;
        }

        double[] positions() {
            return positions;
        }

        double[] weights() {
            return weights;
        }

        int count() {
            return positions.length;
        }
    }
}
