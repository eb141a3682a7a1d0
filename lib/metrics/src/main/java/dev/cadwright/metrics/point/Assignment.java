package dev.cadwright.metrics.point;

import java.util.Arrays;

/**
 * The cheapest one-to-one assignment of rows to columns, exact: shortest augmenting paths after column reduction and
 * augmenting row reduction (Jonker and Volgenant, 1987).
 */
final class Assignment {
    private static final int FREE = -1;

    private final CostMatrix costs;
    private final int n;
    private final int[] columnOf;
    private final int[] rowOf;
    private final double[] v;
    private int[] free;
    private int freeCount;

    private Assignment(CostMatrix costs) {
        this.costs = costs;
        n = costs.size();
        columnOf = new int[n];
        rowOf = new int[n];
        v = new double[n];
        free = new int[n];
        Arrays.fill(columnOf, FREE);
        Arrays.fill(rowOf, FREE);
    }

    /** For each row its column. */
    static int[] solve(CostMatrix costs) {
        Assignment assignment = new Assignment(costs);
        if (assignment.n > 0) {
            assignment.reduceColumns();
            assignment.reduceRows();
            assignment.reduceRows();
            assignment.augment();
        }
        return assignment.columnOf;
    }

    /** Every column's price becomes its least cost; a row that is cheapest for several takes one of them. */
    private void reduceColumns() {
        Arrays.fill(v, Double.POSITIVE_INFINITY);
        int[] cheapest = new int[n];
        for (int i = 0; i < n; i++) {
            double[] row = costs.row(i);
            for (int j = 0; j < n; j++) {
                if (row[j] < v[j]) {
                    v[j] = row[j];
                    cheapest[j] = i;
                }
            }
        }
        for (int j = n - 1; j >= 0; j--) {
            if (columnOf[cheapest[j]] == FREE) {
                columnOf[cheapest[j]] = j;
                rowOf[j] = cheapest[j];
            }
        }
        for (int i = 0; i < n; i++) {
            if (columnOf[i] == FREE) {
                free[freeCount++] = i;
            }
        }
    }

    /** Gives each free row its best column at the price at which the second best would do, displacing its owner. */
    private void reduceRows() {
        int[] todo = Arrays.copyOf(free, freeCount);
        int[] left = new int[n];
        int leftCount = 0;
        // A row displaced at a strict gain is served at once, which may not repeat without end on rounding errors.
        int patience = 8 * n;
        for (int k = 0; k < todo.length; k++) {
            int i = todo[k];
            while (i != FREE) {
                int displaced = bid(i);
                boolean gained = lastGain > 0;
                if (displaced != FREE && gained && patience-- > 0) {
                    i = displaced;
                } else {
                    if (displaced != FREE) {
                        left[leftCount++] = displaced;
                    }
                    i = FREE;
                }
            }
        }
        free = left;
        freeCount = leftCount;
    }

    private double lastGain;

    /** Returns the row that lost its column, or {@link #FREE}. */
    private int bid(int i) {
        double[] row = costs.row(i);
        double best = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        int bestColumn = 0;
        int secondColumn = FREE;
        for (int j = 0; j < n; j++) {
            double reduced = row[j] - v[j];
            if (reduced < second) {
                if (reduced < best) {
                    second = best;
                    secondColumn = bestColumn;
                    best = reduced;
                    bestColumn = j;
                } else {
                    second = reduced;
                    secondColumn = j;
                }
            }
        }
        lastGain = n == 1 ? 0 : second - best;
        int column = bestColumn;
        if (lastGain > 0) {
            v[column] -= lastGain;
        } else if (rowOf[column] != FREE && secondColumn != FREE && n > 1) {
            column = secondColumn;
        }
        int displaced = rowOf[column];
        rowOf[column] = i;
        columnOf[i] = column;
        if (displaced != FREE) {
            columnOf[displaced] = FREE;
        }
        return displaced;
    }

    private void augment() {
        double[] distances = new double[n];
        int[] predecessors = new int[n];
        int[] columns = new int[n];
        for (int k = 0; k < freeCount; k++) {
            augmentFrom(free[k], distances, predecessors, columns);
        }
    }

    /** Dijkstra's search over reduced costs; {@code columns} holds those done, then the others. */
    private void augmentFrom(int start, double[] distances, int[] predecessors, int[] columns) {
        for (int j = 0; j < n; j++) {
            columns[j] = j;
        }
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        int done = 0;
        int nearest = relax(start, 0, distances, predecessors, columns, done);
        while (rowOf[columns[nearest]] != FREE) {
            int column = columns[nearest];
            columns[nearest] = columns[done];
            columns[done++] = column;
            int row = rowOf[column];
            double offset = distances[column] - (costs.row(row)[column] - v[column]);
            nearest = relax(row, offset, distances, predecessors, columns, done);
        }
        int end = columns[nearest];
        for (int k = 0; k < done; k++) {
            v[columns[k]] += distances[columns[k]] - distances[end];
        }
        flip(start, end, predecessors);
    }

    /** Shortens distances by way of row i; returns the position of the nearest column not done. */
    private int relax(int i, double offset, double[] distances, int[] predecessors, int[] columns, int from) {
        double[] row = costs.row(i);
        double shortest = Double.POSITIVE_INFINITY;
        int nearest = from;
        for (int k = from; k < n; k++) {
            int j = columns[k];
            double distance = row[j] - v[j] + offset;
            if (distance < distances[j]) {
                distances[j] = distance;
                predecessors[j] = i;
            } else {
                distance = distances[j];
            }
            if (distance < shortest) {
                shortest = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    private void flip(int start, int end, int[] predecessors) {
        int column = end;
        int i;
        do {
            i = predecessors[column];
            rowOf[column] = i;
            int next = columnOf[i];
            columnOf[i] = column;
            column = next;
        } while (i != start);
    }
}
