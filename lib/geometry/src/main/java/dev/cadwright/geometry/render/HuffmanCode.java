package dev.cadwright.geometry.render;

import java.util.Arrays;

/** A prefix code of limited length for symbols of known frequency, in the canonical form of deflate (RFC 1951). */
final class HuffmanCode {
    final int[] lengths;
    final int[] codes;

    private HuffmanCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = canonical(lengths);
    }

    static HuffmanCode of(int[] frequencies, int maxLength) {
        int[] weights = frequencies.clone();
        int[] lengths = lengths(weights);
        // Flattening the frequencies shortens the longest codes; the loss is a fraction of a per cent and rare.
        while (Arrays.stream(lengths).max().orElse(0) > maxLength) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (weights[i] + 1) >> 1;
            }
            lengths = lengths(weights);
        }
        return new HuffmanCode(lengths);
    }

    /** The number of symbols up to the last one used, at least the given minimum. */
    int usedSymbols(int minimum) {
        int used = lengths.length;
        while (used > minimum && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    void write(BitWriter out, int symbol) {
        out.write(codes[symbol], lengths[symbol]);
    }

    /** Huffman's construction with two queues: leaves by weight, and joined nodes, which arise in order of weight. */
    private static int[] lengths(int[] weights) {
        int[] lengths = new int[weights.length];
        long[] leaves = sortedLeaves(weights);
        int n = leaves.length;
        if (n <= 1) {
            for (long leaf : leaves) {
                lengths[(int) leaf] = 1;
            }
            return lengths;
        }
        long[] joined = new long[n - 1];
        int[] parents = new int[2 * n - 1];
        int leaf = 0;
        int node = 0;
        for (int next = 0; next < n - 1; next++) {
            for (int child = 0; child < 2; child++) {
                boolean takeLeaf = leaf < n && (node >= next || (leaves[leaf] >>> 32) <= joined[node]);
                joined[next] += takeLeaf ? leaves[leaf] >>> 32 : joined[node];
                parents[takeLeaf ? leaf++ : n + node++] = n + next;
            }
        }
        int[] depths = new int[2 * n - 1];
        for (int i = 2 * n - 3; i >= 0; i--) {
            depths[i] = depths[parents[i]] + 1;
            if (i < n) {
                lengths[(int) leaves[i]] = depths[i];
            }
        }
        return lengths;
    }

    /** Weight in the upper half, symbol in the lower: ties are decided the same way everywhere. */
    private static long[] sortedLeaves(int[] weights) {
        long[] leaves = new long[weights.length];
        int count = 0;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) {
                leaves[count++] = (long) weights[symbol] << 32 | symbol;
            }
        }
        leaves = Arrays.copyOf(leaves, count);
        Arrays.sort(leaves);
        return leaves;
    }

    private static int[] canonical(int[] lengths) {
        int[] counts = new int[17];
        for (int length : lengths) {
            counts[length]++;
        }
        counts[0] = 0;
        int[] next = new int[17];
        for (int length = 1; length <= 16; length++) {
            next[length] = (next[length - 1] + counts[length - 1]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                codes[symbol] = Integer.reverse(next[lengths[symbol]]++) >>> (32 - lengths[symbol]);
            }
        }
        return codes;
    }
}
