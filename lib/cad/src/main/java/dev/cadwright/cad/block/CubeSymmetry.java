package dev.cadwright.cad.block;

import dev.cadwright.geometry.PointCloud;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the 48 symmetries of the cube (24 of them mirror): the new coordinate on axis {@code i} is {@code sign(i)}
 * times the old one on axis {@code source(i)}. Axes are numbered x 0, y 1, z 2.
 */
public final class CubeSymmetry {
    private static final int[][] PERMUTATIONS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    /** All of them; the first is the identity. */
    public static final List<CubeSymmetry> ALL = all();

    private final int[] sources;
    private final int[] signs;

    private CubeSymmetry(int[] sources, int[] signs) {
        this.sources = sources;
        this.signs = signs;
    }

    /** The old axis that the new axis {@code axis} takes its coordinate from. */
    public int source(int axis) {
        return sources[axis];
    }

    /** 1, or −1 where the new axis is flipped. */
    public int sign(int axis) {
        return signs[axis];
    }

    /** The new axis that the old axis {@code axis} becomes. */
    public int target(int axis) {
        for (int candidate = 0; candidate < 3; candidate++) {
            if (sources[candidate] == axis) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("an axis is 0, 1 or 2, not " + axis);
    }

    /** The symmetry that undoes this one. */
    public CubeSymmetry inverse() {
        int[] inverseSources = new int[3];
        int[] inverseSigns = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            inverseSources[sources[axis]] = axis;
            inverseSigns[sources[axis]] = signs[axis];
        }
        return new CubeSymmetry(inverseSources, inverseSigns);
    }

    /** x y z triples under this symmetry, as a new array. */
    public float[] apply(float[] points) {
        requireTriples(points.length);
        float[] result = new float[points.length];
        for (int point = 0; point < points.length; point += 3) {
            for (int axis = 0; axis < 3; axis++) {
                result[point + axis] = signs[axis] * points[point + sources[axis]];
            }
        }
        return result;
    }

    /** The cloud under this symmetry, its normals (if it has any) turned with it. */
    public PointCloud apply(PointCloud cloud) {
        return new PointCloud(apply(cloud.positions()), apply(cloud.normals()));
    }

    private double[] apply(double[] triples) {
        double[] result = new double[triples.length];
        for (int point = 0; point < triples.length; point += 3) {
            for (int axis = 0; axis < 3; axis++) {
                result[point + axis] = signs[axis] * triples[point + sources[axis]];
            }
        }
        return result;
    }

    private static void requireTriples(int length) {
        if (length % 3 != 0) {
            throw new IllegalArgumentException("points come in threes, not " + length + " numbers");
        }
    }

    private static List<CubeSymmetry> all() {
        List<CubeSymmetry> all = new ArrayList<>(48);
        for (int[] permutation : PERMUTATIONS) {
            for (int flips = 0; flips < 8; flips++) {
                int[] signs = {1 - (flips >> 2 & 1) * 2, 1 - (flips >> 1 & 1) * 2, 1 - (flips & 1) * 2};
                all.add(new CubeSymmetry(permutation, signs));
            }
        }
        return List.copyOf(all);
    }
}
