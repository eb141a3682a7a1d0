package dev.cadwright.metrics.point;

/** The distances between the points of two clouds of equal size: kept while they fit, else computed row by row. */
final class CostMatrix {
    private static final int KEPT_UP_TO = 2048;

    private final double[] from;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[][] kept;
    private final double[] scratch;

    CostMatrix(double[] from, double[] to) {
        int n = from.length / 3;
        this.from = from;
        x = new double[n];
        y = new double[n];
        z = new double[n];
        for (int j = 0; j < n; j++) {
            x[j] = to[3 * j];
            y[j] = to[3 * j + 1];
            z[j] = to[3 * j + 2];
        }
        kept = new double[n <= KEPT_UP_TO ? n : 0][];
        scratch = new double[n <= KEPT_UP_TO ? 0 : n];
    }

    int size() {
        return x.length;
    }

    /** One row, valid until the next is asked for. */
    double[] row(int i) {
        if (kept.length == 0) {
            return fill(i, scratch);
        }
        if (kept[i] == null) {
            kept[i] = fill(i, new double[x.length]);
        }
        return kept[i];
    }

    private double[] fill(int i, double[] row) {
        double px = from[3 * i];
        double py = from[3 * i + 1];
        double pz = from[3 * i + 2];
        for (int j = 0; j < row.length; j++) {
            double dx = x[j] - px;
            double dy = y[j] - py;
            double dz = z[j] - pz;
            row[j] = Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        return row;
    }
}
