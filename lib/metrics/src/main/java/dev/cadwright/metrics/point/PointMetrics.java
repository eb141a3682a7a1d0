package dev.cadwright.metrics.point;

import dev.cadwright.geometry.KdTree;
import dev.cadwright.geometry.PointCloud;
import java.util.OptionalDouble;

/** What two clouds say about each other by nearest points; computed in double precision, exactly. */
public record PointMetrics(NearestDistances predictionToTruth, NearestDistances truthToPrediction) {
    /**
     * Measures two clouds as they are.
     *
     * @param tau the distance under which a point counts as found, for precision and recall
     * @throws IllegalArgumentException if a cloud is empty
     */
    public static PointMetrics of(PointCloud prediction, PointCloud truth, double tau) {
        KdTree predicted = new KdTree(prediction);
        KdTree actual = new KdTree(truth);
        return new PointMetrics(
                towards(prediction, predicted, truth, actual, tau), towards(truth, actual, prediction, predicted, tau));
    }

    private static NearestDistances towards(
            PointCloud from, KdTree fromTree, PointCloud to, KdTree toTree, double tau) {
        int n = from.size();
        double[] squared = new double[n];
        boolean normals = from.hasNormals() && to.hasNormals();
        int[] nearest = new int[normals ? n : 0];
        toTree.nearest(fromTree, nearest, squared);
        double sum = 0;
        double sumSquared = 0;
        double largest = 0;
        int within = 0;
        for (double square : squared) {
            double distance = Math.sqrt(square);
            sum += distance;
            sumSquared += square;
            largest = Math.max(largest, distance);
            within += distance < tau ? 1 : 0;
        }
        OptionalDouble consistency =
                normals ? OptionalDouble.of(consistency(from, to, nearest)) : OptionalDouble.empty();
        return new NearestDistances(sum / n, sumSquared / n, largest, (double) within / n, consistency);
    }

    private static double consistency(PointCloud from, PointCloud to, int[] nearest) {
        double sum = 0;
        for (int i = 0; i < nearest.length; i++) {
            sum += Math.abs(from.normal(i).dot(to.normal(nearest[i])));
        }
        return sum / nearest.length;
    }

    /** Mean squared distance there plus mean squared distance back. */
    public double chamfer() {
        return predictionToTruth.meanSquared() + truthToPrediction.meanSquared();
    }

    /** The largest distance of a point of either cloud to the other. */
    public double hausdorff() {
        return Math.max(predictionToTruth.hausdorff(), truthToPrediction.hausdorff());
    }

    /** The mean of both directions, if both clouds have normals. */
    public OptionalDouble normalConsistency() {
        OptionalDouble there = predictionToTruth.normalConsistency();
        OptionalDouble back = truthToPrediction.normalConsistency();
        return there.isPresent() && back.isPresent()
                ? OptionalDouble.of((there.getAsDouble() + back.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    /** The harmonic mean of precision (prediction near truth) and recall (truth near prediction). */
    public double fscore() {
        double precision = predictionToTruth.withinTau();
        double recall = truthToPrediction.withinTau();
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    /**
     * What {@link #chamfer()} is for two independent samples of one and the same surface: 2A/(πN), in the mean of both
     * areas. A distance below it says nothing.
     */
    public static double noiseFloor(double firstArea, double secondArea, int points) {
        return (firstArea + secondArea) / (Math.PI * points);
    }
}
