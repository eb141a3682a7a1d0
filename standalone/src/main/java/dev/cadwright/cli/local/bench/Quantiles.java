package dev.cadwright.cli.local.bench;

import java.util.Arrays;
import java.util.List;

/** Order statistics of timings. */
record Quantiles(double[] sorted) {
    static Quantiles of(List<Double> values) {
        return new Quantiles(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest value that this share of all does not exceed. */
    double at(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
