package dev.cadwright.geometry.render;

import java.util.Arrays;

/**
 * Fills triangles with a depth buffer. A pixel belongs to a triangle if its centre does; centres on a shared edge
 * belong to exactly one side.
 */
final class FaceFiller {
    static final float OUTSIDE = Float.POSITIVE_INFINITY;
    private static final double MIN_TWICE_AREA = 1e-9;

    private final Projection projection;
    private final int size;
    final float[] depths;
    final byte[] levels;

    FaceFiller(Projection projection) {
        this.projection = projection;
        this.size = projection.size;
        depths = new float[size * size];
        levels = new byte[size * size];
        Arrays.fill(depths, OUTSIDE);
        Arrays.fill(levels, (byte) 255);
    }

    /** Fills depths only. */
    void fill(Scene scene) {
        for (int t = 0; t < scene.triangles.length; t += 3) {
            fill(scene.triangles[t], scene.triangles[t + 1], scene.triangles[t + 2], 0, 0, 0);
        }
    }

    /** Fills depths and grey levels. */
    void fill(Scene scene, Lighting lighting) {
        double[] normals = scene.cornerNormals();
        for (int t = 0; t < scene.triangles.length; t += 3) {
            double a = lighting.level(normals[3 * t], normals[3 * t + 1], normals[3 * t + 2]);
            double b = lighting.level(normals[3 * t + 3], normals[3 * t + 4], normals[3 * t + 5]);
            double c = lighting.level(normals[3 * t + 6], normals[3 * t + 7], normals[3 * t + 8]);
            fill(scene.triangles[t], scene.triangles[t + 1], scene.triangles[t + 2], a, b, c);
        }
    }

    private void fill(int a, int b, int c, double levelA, double levelB, double levelC) {
        double ax = projection.x[a];
        double ay = projection.y[a];
        double bx = projection.x[b] - ax;
        double by = projection.y[b] - ay;
        double cx = projection.x[c] - ax;
        double cy = projection.y[c] - ay;
        double twiceArea = bx * cy - by * cx;
        if (Math.abs(twiceArea) < MIN_TWICE_AREA) {
            return;
        }
        double depthA = projection.depth[a];
        double depthB = projection.depth[b] - depthA;
        double depthC = projection.depth[c] - depthA;
        double depthX = (depthB * cy - depthC * by) / twiceArea;
        double depthY = (depthC * bx - depthB * cx) / twiceArea;
        double levelX = ((levelB - levelA) * cy - (levelC - levelA) * by) / twiceArea;
        double levelY = ((levelC - levelA) * bx - (levelB - levelA) * cx) / twiceArea;
        int firstRow = firstCentre(Math.min(ay, Math.min(projection.y[b], projection.y[c])));
        int endRow = firstCentre(Math.max(ay, Math.max(projection.y[b], projection.y[c])));
        for (int row = Math.max(0, firstRow); row < Math.min(size, endRow); row++) {
            double y = row + 0.5;
            double x1 = crossing(a, b, y);
            double x2 = crossing(b, c, y);
            double x3 = crossing(c, a, y);
            int from = Math.max(0, firstCentre(Math.min(x1, Math.min(x2, x3))));
            int to = Math.min(size, firstCentre(largest(x1, x2, x3)));
            double offset = from + 0.5 - ax;
            span(
                    row * size + from,
                    row * size + to,
                    depthA + depthX * offset + depthY * (y - ay),
                    depthX,
                    levelA + levelX * offset + levelY * (y - ay),
                    levelX);
        }
    }

    /** The first pixel whose centre is not before the coordinate. */
    private static int firstCentre(double coordinate) {
        return (int) Math.ceil(coordinate - 0.5);
    }

    /** Where an edge crosses a row's middle, or infinity if it does not. */
    private double crossing(int from, int to, double y) {
        // Ordered by index, so that both triangles at an edge compute the same crossing to the last bit.
        int a = Math.min(from, to);
        int b = Math.max(from, to);
        double ya = projection.y[a];
        double yb = projection.y[b];
        if ((ya < y) == (yb < y)) {
            return Double.POSITIVE_INFINITY;
        }
        return projection.x[a] + (projection.x[b] - projection.x[a]) * ((y - ya) / (yb - ya));
    }

    /** The largest finite crossing. */
    private static double largest(double x1, double x2, double x3) {
        double largest = Double.NEGATIVE_INFINITY;
        largest = x1 < Double.POSITIVE_INFINITY ? x1 : largest;
        largest = x2 < Double.POSITIVE_INFINITY && x2 > largest ? x2 : largest;
        return x3 < Double.POSITIVE_INFINITY && x3 > largest ? x3 : largest;
    }

    private void span(int from, int to, double depth, double depthStep, double level, double levelStep) {
        for (int i = from; i < to; i++) {
            float d = (float) (depth + depthStep * (i - from));
            if (d < depths[i]) {
                depths[i] = d;
                double value = level + levelStep * (i - from);
                levels[i] = (byte) (int) (value < 0 ? 0 : value > 254.5 ? 255 : value + 0.5);
            }
        }
    }
}
