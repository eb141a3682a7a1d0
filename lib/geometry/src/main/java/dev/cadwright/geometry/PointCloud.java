package dev.cadwright.geometry;

/**
 * Points in space as finite x y z triples, with unit normals beside them or none. The arrays are read only.
 */
public final class PointCloud {
    private static final double[] NONE = {};

    private final double[] positions;
    private final double[] normals;

    public PointCloud(double[] positions) {
        this(positions, NONE);
    }

    /** @param normals as long as {@code positions}, or empty */
    public PointCloud(double[] positions, double[] normals) {
        if (positions.length % 3 != 0) {
            throw new IllegalArgumentException("positions come in threes");
        }
        if (normals.length != 0 && normals.length != positions.length) {
            throw new IllegalArgumentException(positions.length + " positions but " + normals.length + " normals");
        }
        for (double coordinate : positions) {
            if (!Double.isFinite(coordinate)) {
                throw new IllegalArgumentException("a point has the coordinate " + coordinate);
            }
        }
        this.positions = positions.clone();
        this.normals = normals.clone();
    }

    public int size() {
        return positions.length / 3;
    }

    public boolean hasNormals() {
        return normals.length > 0;
    }

    public Vector3 point(int index) {
        return new Vector3(positions[3 * index], positions[3 * index + 1], positions[3 * index + 2]);
    }

    /**
     * The normal of one point.
     *
     * @throws IndexOutOfBoundsException if the cloud has no normals
     */
    public Vector3 normal(int index) {
        return new Vector3(normals[3 * index], normals[3 * index + 1], normals[3 * index + 2]);
    }

    /** x y z of all points: shared with the cloud, read only. */
    public double[] positions() {
        return positions;
    }

    /** x y z of all normals, or empty: shared with the cloud, read only. */
    public double[] normals() {
        return normals;
    }

    /** x y z of all points in single precision, as models take them: length 3·size. */
    public float[] toFloatArray() {
        float[] values = new float[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) positions[i];
        }
        return values;
    }

    /**
     * The smallest box around the points.
     *
     * @throws IllegalArgumentException if there is no point
     */
    public Bounds bounds() {
        return Bounds.of(positions);
    }

    /** The points with the given indices, in that order. */
    public PointCloud take(int[] indices) {
        return new PointCloud(gather(positions, indices), hasNormals() ? gather(normals, indices) : NONE);
    }

    private static double[] gather(double[] triples, int[] indices) {
        double[] taken = new double[3 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(triples, 3 * indices[i], taken, 3 * i, 3);
        }
        return taken;
    }

    /**
     * The image under a map that keeps angles: rotations, reflections, even scalings and translations, which turn the
     * normals like any direction.
     */
    public PointCloud transformed(Transform transform) {
        double[] turned = NONE;
        if (hasNormals()) {
            double scale = Math.cbrt(Math.abs(transform.determinant()));
            turned = new Transform(transform.x(), transform.y(), transform.z(), Vector3.ZERO)
                    .then(Transform.scaling(1 / scale))
                    .applyToAll(normals);
        }
        return new PointCloud(transform.applyToAll(positions), turned);
    }

    /** Moved and scaled so that its box is centred on the origin with the given longest side (2 for models). */
    public PointCloud normalised(double longestSide) {
        return size() == 0 ? this : transformed(bounds().normalisation(longestSide));
    }
}
