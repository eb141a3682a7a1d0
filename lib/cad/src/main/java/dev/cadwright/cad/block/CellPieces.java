package dev.cadwright.cad.block;

import java.util.Arrays;

/**
 * The pieces that filled cells form: two cells belong together if they share a face. Cells are taken as runs of set
 * bits; runs that overlap in neighbouring rows are joined in a disjoint-set forest.
 */
final class CellPieces {
    private final long[] cells;
    private final int words;
    private final int rows;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] parents = new int[256];
    private double[] volumes = new double[256];
    private int runs;

    CellPieces(long[] cells, int words, double[] bitEdges, double[] rowEdges, double[] layerEdges) {
        this.cells = cells;
        this.words = words;
        this.rows = rowEdges.length - 1;
        int layers = layerEdges.length - 1;
        int[] first = new int[rows * layers + 1];
        for (int line = 0; line < rows * layers; line++) {
            int row = line % rows;
            int layer = line / rows;
            double section = (rowEdges[row + 1] - rowEdges[row]) * (layerEdges[layer + 1] - layerEdges[layer]);
            addRuns(line, section, bitEdges);
            first[line + 1] = runs;
            if (row > 0) {
                join(first, line - 1, line);
            }
            if (layer > 0) {
                join(first, line - rows, line);
            }
        }
    }

    private void addRuns(int line, double section, double[] bitEdges) {
        int at = nextSet(line, 0);
        while (at < bitEdges.length - 1) {
            int end = nextClear(line, at);
            if (runs == starts.length) {
                grow();
            }
            starts[runs] = at;
            ends[runs] = end;
            parents[runs] = runs;
            volumes[runs] = section * (bitEdges[end] - bitEdges[at]);
            runs++;
            at = nextSet(line, end);
        }
    }

    private void grow() {
        starts = Arrays.copyOf(starts, 2 * runs);
        ends = Arrays.copyOf(ends, 2 * runs);
        parents = Arrays.copyOf(parents, 2 * runs);
        volumes = Arrays.copyOf(volumes, 2 * runs);
    }

    private int nextSet(int line, int from) {
        for (int word = from >> 6; word < words; word++) {
            long bits = cells[line * words + word] & (word == from >> 6 ? -1L << from : -1L);
            if (bits != 0) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
        return Integer.MAX_VALUE;
    }

    private int nextClear(int line, int from) {
        for (int word = from >> 6; word < words; word++) {
            long bits = ~cells[line * words + word] & (word == from >> 6 ? -1L << from : -1L);
            if (bits != 0) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
        }
        return words * Long.SIZE;
    }

    private void join(int[] first, int line, int next) {
        int i = first[line];
        int j = first[next];
        while (i < first[line + 1] && j < first[next + 1]) {
            if (starts[i] < ends[j] && starts[j] < ends[i]) {
                parents[root(i)] = root(j);
            }
            if (ends[i] < ends[j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private int root(int run) {
        int at = run;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** The volumes of the pieces, the largest first. */
    double[] sizes() {
        double[] sums = new double[runs];
        for (int run = 0; run < runs; run++) {
            sums[root(run)] += volumes[run];
        }
        double[] ascending = Arrays.stream(sums).filter(sum -> sum > 0).sorted().toArray();
        double[] sizes = new double[ascending.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = ascending[ascending.length - 1 - i];
        }
        return sizes;
    }
}
