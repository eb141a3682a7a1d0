package dev.cadwright.geometry;

/** A point or direction in a plane. */
public record Vector2(double x, double y) {
    public Vector2 plus(Vector2 other) {
        return new Vector2(x + other.x, y + other.y);
    }

    public Vector2 minus(Vector2 other) {
        return new Vector2(x - other.x, y - other.y);
    }

    public Vector2 times(double factor) {
        return new Vector2(x * factor, y * factor);
    }

    public double dot(Vector2 other) {
        return x * other.x + y * other.y;
    }

    /** The third component of the cross product: positive when {@code other} lies counter-clockwise of this. */
    public double cross(Vector2 other) {
        return x * other.y - y * other.x;
    }

    public double length() {
        return Math.hypot(x, y);
    }

    public double distanceTo(Vector2 other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
