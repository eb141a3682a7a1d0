package dev.cadwright.geometry;

/**
 * A right-handed orthonormal coordinate frame: a work plane with its origin, its two axes and its normal.
 * The axes are normalised and made orthogonal (Gram–Schmidt, x first) when the frame is made.
 */
public record Frame(Vector3 origin, Vector3 xAxis, Vector3 normal) {
    public static final Frame XY = new Frame(Vector3.ZERO, Vector3.X, Vector3.Z);
    public static final Frame YZ = new Frame(Vector3.ZERO, Vector3.Y, Vector3.X);
    public static final Frame ZX = new Frame(Vector3.ZERO, Vector3.Z, Vector3.Y);

    /** @throws ArithmeticException if an axis has no direction or both are parallel */
    public Frame {
        normal = normal.normalised();
        xAxis = xAxis.minus(normal.times(xAxis.dot(normal))).normalised();
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
