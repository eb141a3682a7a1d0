package dev.cadwright.dataset;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;

/**
 * How a shape is brought into the frame that models see: (p − centre) · scale lies in [−1, 1], the longest side of the
 * bounding box being 2.
 */
public record NormalisingFrame(Vector3 centre, double scale) {
    public NormalisingFrame {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale must be positive and finite: " + scale);
        }
    }

    /** @throws IllegalArgumentException if the box has no extent */
    public static NormalisingFrame of(Bounds bounds) {
        return new NormalisingFrame(bounds.centre(), 2 / bounds.longestSide());
    }

    public Vector3 apply(Vector3 point) {
        return point.minus(centre).times(scale);
    }
}
