package dev.cadwright.metrics.overlap;

import dev.cadwright.geometry.Mesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Volumes of closed meshes and of what they share, without building the shared mesh. A body's inside is the signed sum
 * of the prisms below its triangles; the product of two such sums is a sum over pairs of prisms, whose common volume is
 * a clipped polygon's integral. No decision about touching or coinciding faces is ever made, so none can go wrong.
 *
 * <p>The bodies of a mesh are united first, by inclusion and exclusion over those that overlap.
 *
 * @param first the volume of the first mesh's union
 * @param second the volume of the second mesh's union
 * @param common the volume inside both
 */
public record MeshOverlap(double first, double second, double common) {
    /** Intersection over union, within [0, 1]; 0 for two meshes without volume. */
    public double iou() {
        double union = first + second - common;
        return union > 0 ? Math.clamp(common / union, 0.0, 1.0) : 0;
    }

    /** Whether a mesh encloses its bodies without a hole. */
    public static boolean isClosed(Mesh mesh) {
        return BodySplitter.split(mesh).isPresent();
    }

    /** Measures two meshes, or nothing if one is not closed or has too many bodies in one heap. */
    public static Optional<MeshOverlap> of(Mesh first, Mesh second) {
        Optional<BodyUnion> one = BodySplitter.split(first).flatMap(BodyUnion::of);
        Optional<BodyUnion> other = BodySplitter.split(second).flatMap(BodyUnion::of);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        double common = one.get().common(other.get());
        return Optional.of(new MeshOverlap(one.get().volume(), other.get().volume(), Math.max(0, common)));
    }

    /**
     * The arithmetic of cadrille's {@code compute_iou}: the sum over all pairs of bodies of what they share, over the
     * sums of all volumes less that. Bodies that overlap count more than once, so that it can exceed 1;
     * where they make the denominator vanish, which the peer leaves out, it is 0.
     */
    public static Optional<Double> bodyByBodyIou(Mesh first, Mesh second) {
        Optional<List<Body>> ones = BodySplitter.split(first);
        Optional<List<Body>> others = BodySplitter.split(second);
        if (ones.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        double common = 0;
        for (Body one : ones.get()) {
            for (Body other : others.get()) {
                common += one.bounds().touches(other.bounds()) ? PrismProduct.volume(List.of(one, other)) : 0;
            }
        }
        List<Body> all = new ArrayList<>(ones.get());
        all.addAll(others.get());
        double union = all.stream().mapToDouble(Body::volume).sum() - common;
        return Optional.of(union > 0 ? common / union : 0);
    }
}
