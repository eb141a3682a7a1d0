package dev.cadwright.geometry;

/** A point or direction in space. */
public record Vector3(double x, double y, double z) {
    public static final Vector3 ZERO = new Vector3(0, 0, 0);
    public static final Vector3 X = new Vector3(1, 0, 0);
    public static final Vector3 Y = new Vector3(0, 1, 0);
    public static final Vector3 Z = new Vector3(0, 0, 1);

    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    public double distanceTo(Vector3 other) {
        return minus(other).length();
    }

    /**
     * This direction with length 1.
     *
     * @throws ArithmeticException if the length is zero or not finite
     */
    public Vector3 normalised() {
        double length = length();
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new ArithmeticException("a vector of length " + length + " has no direction");
        }
        return times(1 / length);
    }
}
