package dev.cadwright.geometry;

/**
 * Points sorted into the leaves of a complete binary tree: node k has the children 2k + 1 and 2k + 2, each node halves
 * its points at the median of the axis along which they spread widest.
 */
final class KdPartition {
    final int leafCount;
    final byte[] axes;
    final double[] splits;
    final int[] leafStarts;
    final double[] points;
    final int[] original;

    KdPartition(double[] positions, int leafSize) {
        int n = positions.length / 3;
        int leaves = 1;
        while ((n + leaves - 1) / leaves > leafSize) {
            leaves *= 2;
        }
        leafCount = leaves;
        axes = new byte[leaves - 1];
        splits = new double[leaves - 1];
        leafStarts = new int[leaves + 1];
        leafStarts[leaves] = n;
        points = positions.clone();
        original = new int[n];
        for (int i = 0; i < n; i++) {
            original[i] = i;
        }
        divide(0, 0, n);
    }

    private void divide(int node, int from, int to) {
        if (node >= axes.length) {
            leafStarts[node - axes.length] = from;
            return;
        }
        int middle = (from + to) >>> 1;
        int axis = widestAxis(from, to);
        select(from, to - 1, middle, axis);
        axes[node] = (byte) axis;
        splits[node] = points[3 * middle + axis];
        divide(2 * node + 1, from, middle);
        divide(2 * node + 2, middle, to);
    }

    private int widestAxis(int from, int to) {
        double lowX = points[3 * from];
        double lowY = points[3 * from + 1];
        double lowZ = points[3 * from + 2];
        double highX = lowX;
        double highY = lowY;
        double highZ = lowZ;
        for (int i = 3 * from + 3; i < 3 * to; i += 3) {
            lowX = Math.min(lowX, points[i]);
            highX = Math.max(highX, points[i]);
            lowY = Math.min(lowY, points[i + 1]);
            highY = Math.max(highY, points[i + 1]);
            lowZ = Math.min(lowZ, points[i + 2]);
            highZ = Math.max(highZ, points[i + 2]);
        }
        double spreadX = highX - lowX;
        double spreadY = highY - lowY;
        double spreadZ = highZ - lowZ;
        if (spreadX >= spreadY) {
            return spreadX >= spreadZ ? 0 : 2;
        }
        return spreadY >= spreadZ ? 1 : 2;
    }

    /** Hoare's selection: afterwards point k has its place, none before is greater, none after is less. */
    private void select(int from, int to, int k, int axis) {
        int left = from;
        int right = to;
        while (left < right) {
            double pivot = medianOfThree(left, right, axis);
            int i = left;
            int j = right;
            while (i <= j) {
                while (points[3 * i + axis] < pivot) {
                    i++;
                }
                while (points[3 * j + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (k <= j) {
                right = j;
            } else if (k >= i) {
                left = i;
            } else {
                return;
            }
        }
    }

    private double medianOfThree(int left, int right, int axis) {
        double a = points[3 * left + axis];
        double b = points[3 * ((left + right) >>> 1) + axis];
        double c = points[3 * right + axis];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        int index = original[i];
        original[i] = original[j];
        original[j] = index;
        for (int axis = 0; axis < 3; axis++) {
            double value = points[3 * i + axis];
            points[3 * i + axis] = points[3 * j + axis];
            points[3 * j + axis] = value;
        }
    }
}
