package dev.cadwright.metrics.point;

import java.util.OptionalDouble;

/**
 * The distances from each point of one cloud to the nearest of another, in short.
 *
 * @param mean mean distance
 * @param meanSquared mean squared distance
 * @param hausdorff largest distance (the one-sided Hausdorff distance)
 * @param withinTau the share of points nearer than tau
 * @param normalConsistency mean absolute cosine between the normals of a point and its nearest, if both clouds have
 *     normals
 */
public record NearestDistances(
        double mean, double meanSquared, double hausdorff, double withinTau, OptionalDouble normalConsistency) {
    /** The root of the mean squared distance. */
    public double rootMeanSquared() {
        return Math.sqrt(meanSquared);
    }
}
