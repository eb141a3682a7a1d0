package dev.cadwright.geometry;

import java.util.Arrays;

/**
 * The undirected edges of a mesh with the triangles on both sides, in order of first use. Flat arrays with open
 * addressing: a mesh has 1.5 edges a triangle, and pictures want them by the thousand a second.
 */
public final class EdgeTable {
    private static final int NONE = -1;

    private final int[] low;
    private final int[] high;
    private final int[] first;
    private final int[] second;
    private final int[] uses;
    private final int[] balance;
    private int size;

    private EdgeTable(int capacity) {
        low = new int[capacity];
        high = new int[capacity];
        first = new int[capacity];
        second = new int[capacity];
        uses = new int[capacity];
        balance = new int[capacity];
    }

    public static EdgeTable of(Mesh mesh) {
        int[] triangles = mesh.triangles();
        EdgeTable table = new EdgeTable(triangles.length);
        int slots = Integer.highestOneBit(Math.max(4, triangles.length)) * 2;
        int[] index = new int[slots];
        Arrays.fill(index, NONE);
        for (int t = 0; t < triangles.length / 3; t++) {
            for (int c = 0; c < 3; c++) {
                table.add(index, triangles[3 * t + c], triangles[3 * t + (c + 1) % 3], t);
            }
        }
        return table;
    }

    private void add(int[] index, int from, int to, int triangle) {
        int a = Math.min(from, to);
        int b = Math.max(from, to);
        int mask = index.length - 1;
        int slot = hash(a, b) & mask;
        while (index[slot] != NONE && (low[index[slot]] != a || high[index[slot]] != b)) {
            slot = (slot + 1) & mask;
        }
        int edge = index[slot];
        if (edge == NONE) {
            edge = size++;
            index[slot] = edge;
            low[edge] = a;
            high[edge] = b;
            first[edge] = triangle;
            second[edge] = NONE;
        } else if (second[edge] == NONE) {
            second[edge] = triangle;
        }
        uses[edge]++;
        balance[edge] += from < to ? 1 : -1;
    }

    private static int hash(int a, int b) {
        int mixed = a * 0x9E3779B9 + b * 0x85EBCA6B;
        return mixed ^ (mixed >>> 15);
    }

    public int size() {
        return size;
    }

    /** The lower vertex index of an edge. */
    public int low(int edge) {
        return low[edge];
    }

    /** The higher vertex index of an edge. */
    public int high(int edge) {
        return high[edge];
    }

    /** The first triangle at an edge. */
    public int first(int edge) {
        return first[edge];
    }

    /** The second triangle at an edge, or −1 at a border. */
    public int second(int edge) {
        return second[edge];
    }

    /** How many triangles share an edge: 2 inside a closed surface. */
    public int uses(int edge) {
        return uses[edge];
    }

    boolean isBalanced() {
        for (int edge = 0; edge < size; edge++) {
            if (balance[edge] != 0) {
                return false;
            }
        }
        return true;
    }
}
