package dev.cadwright.dataset.build;

import dev.cadwright.dataset.NormalisingFrame;
import dev.cadwright.geometry.FarthestPoint;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.geometry.format.Npy;
import java.util.List;
import java.util.SplittableRandom;

/** The points of a shape that a model is given: farthest points of a surface sample, normalised. */
final class ModelPoints {
    private ModelPoints() {}

    /** What a shape's surface is sampled by: the dataset's seed and the sample's id. */
    static SplittableRandom random(BuildSpecification build, String id) {
        return new SplittableRandom(build.seed() * 0x9E3779B97F4A7C15L + id.hashCode());
    }

    /** A float32 (n, 3) {@code .npy}. */
    static byte[] encode(PointCloud surface, NormalisingFrame frame, BuildSpecification build) {
        PointCloud chosen = FarthestPoint.take(surface, build.pointCounts().count(), 0);
        float[] values = new float[3 * chosen.size()];
        for (int i = 0; i < chosen.size(); i++) {
            Vector3 point = frame.apply(chosen.point(i));
            values[3 * i] = (float) point.x();
            values[3 * i + 1] = (float) point.y();
            values[3 * i + 2] = (float) point.z();
        }
        return Npy.encode(List.of(chosen.size(), 3), values);
    }
}
