package dev.cadwright.kernel;

import java.util.Objects;

/**
 * How far a triangulation may depart from the exact surface.
 *
 * @param linear the largest distance from the surface, measured in {@code scale}
 * @param scale what {@code linear} is measured in
 * @param angular the largest angle between neighbouring segments of a curve, in radians
 */
public record Deflection(double linear, Scale scale, double angular) {
    /** Good for pictures and for sampling points. */
    public static final Deflection STANDARD = new Deflection(0.001, Scale.LONGEST_SIDE, 0.25);

    /** CadQuery's {@code tessellate(0.001, 0.1)}, whose tolerance is relative to the length of each edge. */
    public static final Deflection CADQUERY = new Deflection(0.001, Scale.EACH_EDGE, 0.1);

    public Deflection {
        Objects.requireNonNull(scale, "scale");
        if (!(linear > 0) || !(angular > 0) || Double.isInfinite(linear) || Double.isInfinite(angular)) {
            throw new IllegalArgumentException("deflections must be positive: " + linear + ", " + angular);
        }
    }

    /** What a linear deflection is measured in. */
    public enum Scale {
        /** The units of the shape. */
        ABSOLUTE,
        /** The longest side of the shape's bounding box. */
        LONGEST_SIDE,
        /** The length of each edge, as OCCT's relative mode has it. */
        EACH_EDGE
    }
}
