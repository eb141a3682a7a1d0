package dev.cadwright.geometry;

import java.util.Arrays;

/**
 * The state of a farthest point selection. Points are sorted into the cells of a grid; a cell whose box is farther from
 * the new point than its points are from the old ones cannot change and is left alone, which spares most of the work
 * without changing any choice.
 */
final class FarthestPointBuckets {
    private static final int CELLS_ALONG_LONGEST_SIDE = 9;

    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] distances;
    private final int[] original;
    private final int buckets;
    private final int[] starts;
    private final double[] boxes;
    private final double[] farthestDistance;
    private final int[] farthestPoint;

    FarthestPointBuckets(PointCloud cloud) {
        int n = cloud.size();
        x = new double[n];
        y = new double[n];
        z = new double[n];
        distances = new double[n];
        original = new int[n];
        starts = sortIntoCells(cloud);
        buckets = starts.length - 1;
        boxes = new double[6 * buckets];
        farthestDistance = new double[buckets];
        farthestPoint = new int[buckets];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Arrays.fill(farthestDistance, Double.POSITIVE_INFINITY);
        for (int bucket = 0; bucket < buckets; bucket++) {
            measureBox(bucket);
        }
    }

    /** Fills the coordinate arrays cell by cell, in the cloud's order within a cell; returns where cells start. */
    private int[] sortIntoCells(PointCloud cloud) {
        double[] positions = cloud.positions();
        Bounds bounds = cloud.bounds();
        double side = bounds.longestSide() / CELLS_ALONG_LONGEST_SIDE;
        double inverse = side > 0 ? 1 / side : 0;
        int stride = CELLS_ALONG_LONGEST_SIDE + 1;
        int[] cells = new int[cloud.size()];
        int[] ends = new int[stride * stride * stride + 1];
        for (int i = 0; i < cells.length; i++) {
            int cx = (int) ((positions[3 * i] - bounds.min().x()) * inverse);
            int cy = (int) ((positions[3 * i + 1] - bounds.min().y()) * inverse);
            int cz = (int) ((positions[3 * i + 2] - bounds.min().z()) * inverse);
            cells[i] =
                    (Math.min(cx, stride - 1) * stride + Math.min(cy, stride - 1)) * stride + Math.min(cz, stride - 1);
            ends[cells[i] + 1]++;
        }
        for (int c = 1; c < ends.length; c++) {
            ends[c] += ends[c - 1];
        }
        int[] occupied = Arrays.stream(ends).distinct().toArray();
        int[] fill = ends.clone();
        for (int i = 0; i < cells.length; i++) {
            int at = fill[cells[i]]++;
            x[at] = positions[3 * i];
            y[at] = positions[3 * i + 1];
            z[at] = positions[3 * i + 2];
            original[at] = i;
        }
        return occupied;
    }

    private void measureBox(int bucket) {
        double[] box = {x[starts[bucket]], y[starts[bucket]], z[starts[bucket]], 0, 0, 0};
        System.arraycopy(box, 0, box, 3, 3);
        for (int i = starts[bucket] + 1; i < starts[bucket + 1]; i++) {
            box[0] = Math.min(box[0], x[i]);
            box[1] = Math.min(box[1], y[i]);
            box[2] = Math.min(box[2], z[i]);
            box[3] = Math.max(box[3], x[i]);
            box[4] = Math.max(box[4], y[i]);
            box[5] = Math.max(box[5], z[i]);
        }
        System.arraycopy(box, 0, boxes, 6 * bucket, 6);
    }

    int[] select(int count, int start) {
        int[] chosen = new int[count];
        int position = 0;
        while (original[position] != start) {
            position++;
        }
        for (int k = 0; ; k++) {
            chosen[k] = original[position];
            if (k + 1 == count) {
                return chosen;
            }
            position = advance(x[position], y[position], z[position]);
        }
    }

    /** Takes the new point into account and returns the position of the point now farthest from all taken. */
    private int advance(double px, double py, double pz) {
        double best = -1;
        int bestPosition = -1;
        for (int bucket = 0; bucket < buckets; bucket++) {
            if (boxDistance(6 * bucket, px, py, pz) < farthestDistance[bucket]) {
                update(bucket, px, py, pz);
            }
            double distance = farthestDistance[bucket];
            int position = farthestPoint[bucket];
            if (distance > best || (distance == best && original[position] < original[bestPosition])) {
                best = distance;
                bestPosition = position;
            }
        }
        return bestPosition;
    }

    private double boxDistance(int at, double px, double py, double pz) {
        double dx = outside(px, boxes[at], boxes[at + 3]);
        double dy = outside(py, boxes[at + 1], boxes[at + 4]);
        double dz = outside(pz, boxes[at + 2], boxes[at + 5]);
        return dx * dx + dy * dy + dz * dz;
    }

    private static double outside(double value, double low, double high) {
        return value < low ? low - value : value > high ? value - high : 0;
    }

    private void update(int bucket, double px, double py, double pz) {
        double farthest = -1;
        int at = -1;
        for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
            double dx = x[i] - px;
            double dy = y[i] - py;
            double dz = z[i] - pz;
            double distance = Math.min(distances[i], dx * dx + dy * dy + dz * dz);
            distances[i] = distance;
            if (distance > farthest) {
                farthest = distance;
                at = i;
            }
        }
        farthestDistance[bucket] = farthest;
        farthestPoint[bucket] = at;
    }
}
