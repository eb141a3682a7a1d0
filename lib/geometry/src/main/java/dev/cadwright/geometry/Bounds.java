package dev.cadwright.geometry;

/** An axis-aligned box. */
public record Bounds(Vector3 min, Vector3 max) {
    /** @throws IllegalArgumentException if the box is inside out or a coordinate is not a number */
    public Bounds {
        if (!(min.x() <= max.x() && min.y() <= max.y() && min.z() <= max.z())) {
            throw new IllegalArgumentException("no box runs from " + min + " to " + max);
        }
    }

    /**
     * The smallest box around points.
     *
     * @param positions x y z triples, at least one
     */
    public static Bounds of(double[] positions) {
        if (positions.length == 0) {
            throw new IllegalArgumentException("no points, no bounds");
        }
        double[] low = {positions[0], positions[1], positions[2]};
        double[] high = low.clone();
        for (int i = 3; i < positions.length; i++) {
            low[i % 3] = Math.min(low[i % 3], positions[i]);
            high[i % 3] = Math.max(high[i % 3], positions[i]);
        }
        return new Bounds(new Vector3(low[0], low[1], low[2]), new Vector3(high[0], high[1], high[2]));
    }

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

    public double volume() {
        Vector3 size = size();
        return size.x() * size.y() * size.z();
    }

    /** The smallest box around both. */
    public Bounds union(Bounds other) {
        return new Bounds(
                new Vector3(
                        Math.min(min.x(), other.min.x()),
                        Math.min(min.y(), other.min.y()),
                        Math.min(min.z(), other.min.z())),
                new Vector3(
                        Math.max(max.x(), other.max.x()),
                        Math.max(max.y(), other.max.y()),
                        Math.max(max.z(), other.max.z())));
    }

    /** Whether the boxes share a point, their faces included. */
    public boolean touches(Bounds other) {
        return min.x() <= other.max.x()
                && other.min.x() <= max.x()
                && min.y() <= other.max.y()
                && other.min.y() <= max.y()
                && min.z() <= other.max.z()
                && other.min.z() <= max.z();
    }

    /**
     * The map that brings this box's centre to the origin and its longest side to the given length. A box without
     * extent is only moved.
     */
    public Transform normalisation(double longestSide) {
        double side = longestSide();
        Transform centred = Transform.translation(centre().times(-1));
        return side > 0 ? centred.then(Transform.scaling(longestSide / side)) : centred;
    }
}
