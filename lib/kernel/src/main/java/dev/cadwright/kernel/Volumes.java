package dev.cadwright.kernel;

/** Ratios of volumes. */
final class Volumes {
    private Volumes() {}

    static double iou(double first, double second, double common) {
        double union = first + second - common;
        return union > 0 ? Math.clamp(common / union, 0.0, 1.0) : 0;
    }
}
