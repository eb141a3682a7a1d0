package dev.cadwright.geometry;

/** Points in space as x y z triples, with unit normals beside them or none. The arrays are read only. */
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

    /** x y z of all points: shared with the cloud, read only. */
    public double[] positions() {
        return positions;
    }

    /** x y z of all normals, or empty: shared with the cloud, read only. */
    public double[] normals() {
        return normals;
    }
}
