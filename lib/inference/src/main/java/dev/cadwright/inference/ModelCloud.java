package dev.cadwright.inference;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.FarthestPoint;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.SurfaceSampler;
import dev.cadwright.geometry.Vector3;
import java.util.SplittableRandom;

/**
 * The points that a model is given: farthest points of a surface, in the frame where the bounding box is centred and
 * its longest side is 2.
 */
public final class ModelCloud {
    private static final int SAMPLED = 8192;
    private static final double LONGEST_SIDE = 2;
    /** Points on a surface seldom touch its box: a cloud this near to filling the frame was normalised before. */
    private static final double NEARLY = 0.95;

    private static final double ROUNDING = 1e-6;

    private ModelCloud() {}

    /**
     * Farthest points of a surface.
     *
     * @param seed the same one gives the same points
     * @throws IllegalArgumentException if the surface has no extent
     */
    public static PointCloud of(Mesh mesh, int points, long seed) {
        PointCloud surface = SurfaceSampler.sample(mesh.normalised(LONGEST_SIDE), SAMPLED, new SplittableRandom(seed));
        return FarthestPoint.take(surface, points, 0);
    }

    /**
     * The farthest of some points, normalised by their own box unless they are normalised already.
     *
     * @throws IllegalArgumentException if there are fewer points than wanted, or they have no extent
     */
    public static PointCloud of(PointCloud cloud, int points) {
        if (cloud.size() < points) {
            throw new IllegalArgumentException(
                    "the cloud has " + cloud.size() + " points; the model wants at least " + points);
        }
        Bounds bounds = cloud.bounds();
        if (!(bounds.longestSide() > 0) || !Double.isFinite(bounds.longestSide())) {
            throw new IllegalArgumentException("the cloud has no extent: all its points are the same");
        }
        PointCloud placed = isNormalised(bounds) ? cloud : cloud.normalised(LONGEST_SIDE);
        return placed.size() == points ? placed : FarthestPoint.take(placed, points, 0);
    }

    private static boolean isNormalised(Bounds bounds) {
        return inFrame(bounds.min()) && inFrame(bounds.max()) && bounds.longestSide() >= NEARLY * LONGEST_SIDE;
    }

    private static boolean inFrame(Vector3 corner) {
        double most = LONGEST_SIDE / 2 + ROUNDING;
        return Math.abs(corner.x()) <= most && Math.abs(corner.y()) <= most && Math.abs(corner.z()) <= most;
    }
}
