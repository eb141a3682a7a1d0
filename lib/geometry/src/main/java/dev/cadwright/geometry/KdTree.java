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
     * For each point of the cloud that another tree was built from, its nearest point here. Neighbours are asked for one
     * after another, each starting from the answer of the one before.
     *
     * @param indices receives the indices in the order of the other cloud; empty where they are not wanted
     * @param distancesSquared receives the squared distances, likewise
     */
    public void nearest(KdTree queries, int[] indices, double[] distancesSquared) {
        KdPartition other = queries.partition;
        KdQuery query = new KdQuery(partition);
        for (int i = 0; i < other.original.length; i++) {
            query.searchOnwards(other.points[3 * i], other.points[3 * i + 1], other.points[3 * i + 2]);
            if (indices.length > 0) {
                indices[other.original[i]] = query.nearest();
            }
            if (distancesSquared.length > 0) {
                distancesSquared[other.original[i]] = query.distanceSquared();
            }
        }
    }
}
