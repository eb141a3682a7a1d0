package dev.cadwright.geometry;

/** An axis-aligned box. */
public record Bounds(Vector3 min, Vector3 max) {
    public Vector3 size() {
        return max.minus(min);
    }

    public Vector3 centre() {
        return min.plus(max).times(0.5);
    }

    public double longestSide() {
        Vector3 size = size();
        return Math.max(size.x(), Math.max(size.y(), size.z()));
    }

    public double diagonal() {
        return size().length();
    }
}
