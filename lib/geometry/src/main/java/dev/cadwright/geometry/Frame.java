package dev.cadwright.geometry;

/**
 * A right-handed orthonormal coordinate frame: a work plane with its origin, its two axes and its normal.
 * The axes are normalised and made orthogonal (Gram–Schmidt, normal first) when the frame is made; axes that are so to
 * the last bits are kept as they are, so that a frame written out and read back is the same frame.
 */
public record Frame(Vector3 origin, Vector3 xAxis, Vector3 normal) {
    private static final double ROUNDING = 1e-15;
    private static final int PASSES = 3;

    public static final Frame XY = new Frame(Vector3.ZERO, Vector3.X, Vector3.Z);
    public static final Frame YZ = new Frame(Vector3.ZERO, Vector3.Y, Vector3.X);
    public static final Frame ZX = new Frame(Vector3.ZERO, Vector3.Z, Vector3.Y);

    /** @throws ArithmeticException if an axis has no direction or both are parallel */
    public Frame {
        // One pass leaves a slant when the axes are nearly parallel.
        for (int pass = 0; pass < PASSES && !orthonormal(xAxis, normal); pass++) {
            normal = normal.normalised();
            xAxis = xAxis.minus(normal.times(xAxis.dot(normal))).normalised();
        }
    }

    private static boolean orthonormal(Vector3 x, Vector3 normal) {
        return Math.abs(x.dot(x) - 1) <= ROUNDING
                && Math.abs(normal.dot(normal) - 1) <= ROUNDING
                && Math.abs(x.dot(normal)) <= ROUNDING;
    }

    public Vector3 yAxis() {
        return normal.cross(xAxis);
    }

    /** The point of space with the plane coordinates (x, y). */
    public Vector3 at(double x, double y) {
        return origin.plus(xAxis.times(x)).plus(yAxis().times(y));
    }

    /** The same frame moved along its normal. */
    public Frame offset(double distance) {
        return new Frame(origin.plus(normal.times(distance)), xAxis, normal);
    }
}
