package dev.cadwright.geometry;

/**
 * Farthest point sampling: each point taken is the one farthest from all taken before it, the first of equals
 * (Eldar et al., 1997).
 */
public final class FarthestPoint {
    private FarthestPoint() {}

    /**
     * Chooses points by their indices.
     *
     * @param count how many indices to choose, at most the cloud's size
     * @param start the index chosen first
     * @return the indices in the order of their choice
     * @throws IllegalArgumentException if the cloud has fewer points than asked for, or no such start
     */
    public static int[] select(PointCloud cloud, int count, int start) {
        if (count < 0 || count > cloud.size()) {
            throw new IllegalArgumentException("cannot choose " + count + " of " + cloud.size() + " points");
        }
        if (count == 0) {
            return new int[0];
        }
        if (start < 0 || start >= cloud.size()) {
            throw new IllegalArgumentException("no point " + start + " in a cloud of " + cloud.size());
        }
        return new FarthestPointBuckets(cloud).select(count, start);
    }

    /** The chosen points themselves, normals included. */
    public static PointCloud take(PointCloud cloud, int count, int start) {
        return cloud.take(select(cloud, count, start));
    }
}
