package dev.cadwright.geometry;

/**
 * One search after another in a k-d tree. A branch is left out only if the squared distance to its half-spaces, summed
 * in the same order as the distance to a point, is greater than the best found: rounding is monotone, so no point is
 * missed and ties are seen.
 */
final class KdQuery {
    private final KdPartition tree;
    private final int inner;
    private double x;
    private double y;
    private double z;
    private double best;
    private int bestIndex;
    private int bestPosition = -1;

    KdQuery(KdPartition tree) {
        this.tree = tree;
        this.inner = tree.axes.length;
    }

    void search(double px, double py, double pz) {
        bestPosition = -1;
        searchOnwards(px, py, pz);
    }

    /** As {@link #search}, quicker if the point lies near the one searched for before. */
    void searchOnwards(double px, double py, double pz) {
        x = px;
        y = py;
        z = pz;
        best = Double.POSITIVE_INFINITY;
        if (bestPosition >= 0) {
            best = distanceTo(bestPosition);
            bestIndex = tree.original[bestPosition];
        }
        visit(0, 0, 0, 0);
        if (bestPosition < 0) {
            throw new IllegalArgumentException("no point is nearest to (" + px + ", " + py + ", " + pz + ")");
        }
    }

    int nearest() {
        return bestIndex;
    }

    double distanceSquared() {
        return best;
    }

    /** The offsets are the distances along the axes from the query to the node's cell. */
    private void visit(int node, double offsetX, double offsetY, double offsetZ) {
        if (node >= inner) {
            scan(node - inner);
            return;
        }
        double split = tree.splits[node];
        switch (tree.axes[node]) {
            case 0 -> {
                int side = x < split ? 1 : 2;
                visit(2 * node + side, offsetX, offsetY, offsetZ);
                visitFar(2 * node + 3 - side, x - split, offsetY, offsetZ);
            }
            case 1 -> {
                int side = y < split ? 1 : 2;
                visit(2 * node + side, offsetX, offsetY, offsetZ);
                visitFar(2 * node + 3 - side, offsetX, y - split, offsetZ);
            }
            default -> {
                int side = z < split ? 1 : 2;
                visit(2 * node + side, offsetX, offsetY, offsetZ);
                visitFar(2 * node + 3 - side, offsetX, offsetY, z - split);
            }
        }
    }

    private void visitFar(int node, double offsetX, double offsetY, double offsetZ) {
        if (offsetX * offsetX + offsetY * offsetY + offsetZ * offsetZ <= best) {
            visit(node, offsetX, offsetY, offsetZ);
        }
    }

    private void scan(int leaf) {
        int end = tree.leafStarts[leaf + 1];
        for (int i = tree.leafStarts[leaf]; i < end; i++) {
            double distance = distanceTo(i);
            if (distance < best || (distance == best && tree.original[i] < bestIndex)) {
                best = distance;
                bestIndex = tree.original[i];
                bestPosition = i;
            }
        }
    }

    private double distanceTo(int position) {
        double dx = x - tree.points[3 * position];
        double dy = y - tree.points[3 * position + 1];
        double dz = z - tree.points[3 * position + 2];
        return dx * dx + dy * dy + dz * dz;
    }
}
