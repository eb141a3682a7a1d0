package dev.cadwright.kernel.openscad;

import dev.cadwright.geometry.Mesh;
import java.util.Arrays;

/** How a mesh's triangles hang together along their edges. */
final class EdgeSharing {
    private EdgeSharing() {}

    /** How many parts there are that no shared edge joins. */
    static int components(Mesh mesh) {
        // One number an edge and triangle side, sorted, brings the triangles of an edge together.
        int count = mesh.triangleCount();
        long[][] sides = new long[3][count];
        long[] keys = new long[3 * count];
        for (int t = 0; t < count; t++) {
            for (int i = 0; i < 3; i++) {
                int from = mesh.corner(t, i);
                int to = mesh.corner(t, (i + 1) % 3);
                sides[i][t] = (long) Math.min(from, to) << 32 | Math.max(from, to);
                keys[3 * t + i] = sides[i][t];
            }
        }
        Arrays.sort(keys);
        return components(keys, sides, count);
    }

    private static int components(long[] keys, long[][] sides, int count) {
        int[] parents = new int[count];
        int[] firstOf = new int[keys.length];
        Arrays.setAll(parents, i -> i);
        Arrays.fill(firstOf, -1);
        int components = count;
        for (int t = 0; t < count; t++) {
            for (long[] side : sides) {
                int edge = first(keys, side[t]);
                if (firstOf[edge] < 0) {
                    firstOf[edge] = t;
                } else if (join(parents, firstOf[edge], t)) {
                    components--;
                }
            }
        }
        return components;
    }

    private static int first(long[] keys, long key) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean join(int[] parents, int one, int other) {
        int first = root(parents, one);
        int second = root(parents, other);
        parents[first] = second;
        return first != second;
    }

    private static int root(int[] parents, int index) {
        int at = index;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
