package dev.cadwright.kernel.manifold;

/** The volumes of two closed meshes, and of what they have in common. */
public record MeshOverlap(double first, double second, double common) {
    /** Intersection over union; 0 where both are empty. */
    public double iou() {
        double union = first + second - common;
        return union > 0 ? common / union : 0;
    }
}
