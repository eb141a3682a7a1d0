package dev.cadwright.metrics.point;

import dev.cadwright.geometry.PointCloud;
import java.util.OptionalDouble;

/**
 * The earth mover's distance of two clouds with uniform weights and euclidean cost, exact: the mean distance of the
 * cheapest assignment. Clouds of different size are matched by repeating points up to the least common multiple.
 */
public final class EarthMoversDistance {
    /** The most points that are assigned. */
    public static final int MAX_POINTS = 4096;

    private EarthMoversDistance() {}

    /** The distance, or nothing where a cloud is empty or the assignment would be larger than allowed. */
    public static OptionalDouble between(PointCloud first, PointCloud second) {
        if (first.size() == 0 || second.size() == 0) {
            return OptionalDouble.empty();
        }
        long points = (long) first.size() / greatestCommonDivisor(first.size(), second.size()) * second.size();
        if (points > MAX_POINTS) {
            return OptionalDouble.empty();
        }
        double[] from = repeated(first, (int) points);
        double[] to = repeated(second, (int) points);
        int[] columns = Assignment.solve(new CostMatrix(from, to));
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += distance(from, i, to, columns[i]);
        }
        return OptionalDouble.of(sum / columns.length);
    }

    private static double distance(double[] from, int i, double[] to, int j) {
        double dx = to[3 * j] - from[3 * i];
        double dy = to[3 * j + 1] - from[3 * i + 1];
        double dz = to[3 * j + 2] - from[3 * i + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static double[] repeated(PointCloud cloud, int points) {
        double[] repeated = new double[3 * points];
        for (int i = 0; i < points; i++) {
            System.arraycopy(cloud.positions(), 3 * (i % cloud.size()), repeated, 3 * i, 3);
        }
        return repeated;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
