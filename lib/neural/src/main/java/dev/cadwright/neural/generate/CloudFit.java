package dev.cadwright.neural.generate;

import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.geometry.KdTree;
import dev.cadwright.geometry.PointCloud;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well a solid explains an input cloud, in the frame where the longest side is 2. The solid's surface is sampled
 * with a fixed seed, so equal solids get equal distances.
 */
final class CloudFit {
    private static final int SURFACE = 2048;
    private static final long SEED = 0x5EED;
    private static final double HALF_SIDE = 100;

    private final double[] input;
    private final KdTree inputTree;

    CloudFit(float[] cloud) {
        input = new double[cloud.length];
        for (int i = 0; i < cloud.length; i++) {
            input[i] = cloud[i];
        }
        inputTree = new KdTree(new PointCloud(input));
    }

    /** Mean distance from the input points to the surface plus that from the surface to the input points. */
    double distance(BlockSolid solid) {
        PointCloud surface = surface(solid);
        return mean(new KdTree(surface), input) + mean(inputTree, surface.positions());
    }

    private static PointCloud surface(BlockSolid solid) {
        PointCloud sampled = solid.sampleSurface(SURFACE, new SplittableRandom(SEED));
        double[] positions = Arrays.copyOf(sampled.positions(), sampled.positions().length);
        for (int i = 0; i < positions.length; i++) {
            positions[i] /= HALF_SIDE;
        }
        return new PointCloud(positions, sampled.normals());
    }

    private static double mean(KdTree tree, double[] points) {
        double sum = 0;
        for (int i = 0; i < points.length; i += 3) {
            sum += Math.sqrt(tree.nearestDistanceSquared(points[i], points[i + 1], points[i + 2]));
        }
        return sum / (points.length / 3.0);
    }

    /**
     * What refinement lowers: how far the input points lie off the planes of the surface next to them (which a sampled
     * surface tells far more sharply than distances between points do), plus how far parts of the surface lie from any
     * input point beyond the cloud's own spacing.
     */
    double misfit(BlockSolid solid) {
        PointCloud surface = surface(solid);
        KdTree tree = new KdTree(surface);
        double off = 0;
        for (int i = 0; i < input.length; i += 3) {
            off += offPlane(surface, tree, input[i], input[i + 1], input[i + 2]);
        }
        double uncovered = 0;
        double spacing = spacing();
        double[] positions = surface.positions();
        for (int i = 0; i < positions.length; i += 3) {
            double distance =
                    Math.sqrt(inputTree.nearestDistanceSquared(positions[i], positions[i + 1], positions[i + 2]));
            uncovered += Math.max(0, distance - spacing);
        }
        return off / (input.length / 3.0) + uncovered / (positions.length / 3.0);
    }

    private static double offPlane(PointCloud surface, KdTree tree, double x, double y, double z) {
        int nearest = tree.nearest(x, y, z);
        double[] p = surface.positions();
        double[] n = surface.normals();
        int i = 3 * nearest;
        double dx = x - p[i];
        double dy = y - p[i + 1];
        double dz = z - p[i + 2];
        double along = Math.abs(dx * n[i] + dy * n[i + 1] + dz * n[i + 2]);
        double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
        // Far from any sample the nearest plane means nothing: the distance itself counts.
        return distance > FAR ? distance : along;
    }

    private static final double FAR = 0.1;
    private double spacing = -1;

    /** The 90th percentile of half the distances between neighbouring input points, about how far a covered one can be. */
    private double spacing() {
        if (spacing < 0) {
            int count = input.length / 3;
            double[] nearest = new double[count];
            for (int i = 0; i < count; i++) {
                nearest[i] = Double.POSITIVE_INFINITY;
                for (int j = 0; j < count; j++) {
                    if (i != j) {
                        double dx = input[3 * i] - input[3 * j];
                        double dy = input[3 * i + 1] - input[3 * j + 1];
                        double dz = input[3 * i + 2] - input[3 * j + 2];
                        nearest[i] = Math.min(nearest[i], dx * dx + dy * dy + dz * dz);
                    }
                }
            }
            Arrays.sort(nearest);
            spacing = Math.sqrt(nearest[count * 9 / 10]);
        }
        return spacing;
    }
}
