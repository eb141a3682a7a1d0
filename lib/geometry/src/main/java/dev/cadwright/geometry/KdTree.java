package dev.cadwright.geometry;

/**
 * Finds the nearest point of a cloud exactly (Bentley, 1975): the answers are those of comparing with every point, the
 * first of equals. A balanced tree in flat arrays with a few points in each leaf. Immutable and safe for several
 * threads.
 */
public final class KdTree {
    static final int LEAF_SIZE = 8;

    private final KdPartition partition;

    /** @throws IllegalArgumentException if the cloud is empty */
    public KdTree(PointCloud cloud) {
        if (cloud.size() == 0) {
            throw new IllegalArgumentException("an empty cloud has no nearest point");
        }
        partition = new KdPartition(cloud.positions(), LEAF_SIZE);
    }

    /** The index of the point nearest to (x, y, z), the first of equals. */
    public int nearest(double x, double y, double z) {
        KdQuery query = new KdQuery(partition);
        query.search(x, y, z);
        return query.nearest();
    }

    /** The squared distance from (x, y, z) to its nearest point. */
    public double nearestDistanceSquared(double x, double y, double z) {
        KdQuery query = new KdQuery(partition);
        query.search(x, y, z);
        return query.distanceSquared();
    }

    /**
     * For each query point its nearest point here.
     *
     * @param indices receives the indices; as long as the queries, or empty where they are not wanted
     * @param distancesSquared receives the squared distances, likewise
     */
    public void nearest(PointCloud queries, int[] indices, double[] distancesSquared) {
        double[] positions = queries.positions();
        KdQuery query = new KdQuery(partition);
        for (int i = 0; i < queries.size(); i++) {
            query.search(positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]);
            if (indices.length > 0) {
                indices[i] = query.nearest();
            }
            if (distancesSquared.length > 0) {
                distancesSquared[i] = query.distanceSquared();
            }
        }
    }
}
