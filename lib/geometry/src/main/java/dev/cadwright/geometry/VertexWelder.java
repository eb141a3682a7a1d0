package dev.cadwright.geometry;

import java.util.Arrays;

/**
 * Joins vertices that lie close together. Space is cut into cells a little wider than the tolerance and hashed; a
 * vertex looks for a predecessor in its own cell and in those that its tolerance reaches.
 */
final class VertexWelder {
    private final double[] vertices;
    private final double tolerance;
    private final double cell;
    private final int[] heads;
    private final int[] next;

    private VertexWelder(double[] vertices, double tolerance) {
        this.vertices = vertices;
        this.tolerance = tolerance;
        this.cell = 4 * tolerance;
        this.heads = new int[Integer.highestOneBit(Math.max(4, vertices.length / 3)) * 2];
        this.next = new int[vertices.length / 3];
        Arrays.fill(heads, -1);
    }

    static Mesh weld(Mesh mesh, double tolerance) {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("a welding tolerance of " + tolerance);
        }
        int[] representative = new VertexWelder(mesh.vertices(), tolerance).representatives();
        return compact(mesh, representative);
    }

    private int[] representatives() {
        int[] representative = new int[next.length];
        for (int v = 0; v < next.length; v++) {
            int found = tolerance > 0 ? findNear(v) : findEqual(v);
            representative[v] = found < 0 ? v : found;
            if (found < 0) {
                int slot = slot(key(v, 0), key(v, 1), key(v, 2));
                next[v] = heads[slot];
                heads[slot] = v;
            }
        }
        return representative;
    }

    private long key(int vertex, int axis) {
        double value = vertices[3 * vertex + axis];
        // Adding zero makes −0.0 and 0.0 one number.
        return tolerance > 0 ? (long) Math.floor(value / cell) : Double.doubleToLongBits(value + 0.0);
    }

    private int slot(long x, long y, long z) {
        long mixed = x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL + z * 0x165667B19E3779F9L;
        mixed ^= mixed >>> 32;
        return (int) mixed & (heads.length - 1);
    }

    private int findEqual(int vertex) {
        return findIn(slot(key(vertex, 0), key(vertex, 1), key(vertex, 2)), vertex);
    }

    private int findNear(int vertex) {
        for (int corner = 0; corner < 8; corner++) {
            long x = reached(vertex, 0, corner & 1);
            long y = reached(vertex, 1, corner & 2);
            long z = reached(vertex, 2, corner & 4);
            int found = findIn(slot(x, y, z), vertex);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /** The cell of the coordinate less, or plus, the tolerance. */
    private long reached(int vertex, int axis, int upwards) {
        double value = vertices[3 * vertex + axis];
        return (long) Math.floor((upwards == 0 ? value - tolerance : value + tolerance) / cell);
    }

    private int findIn(int slot, int vertex) {
        for (int other = heads[slot]; other >= 0; other = next[other]) {
            double dx = vertices[3 * other] - vertices[3 * vertex];
            double dy = vertices[3 * other + 1] - vertices[3 * vertex + 1];
            double dz = vertices[3 * other + 2] - vertices[3 * vertex + 2];
            if (dx * dx + dy * dy + dz * dz <= tolerance * tolerance) {
                return other;
            }
        }
        return -1;
    }

    private static Mesh compact(Mesh mesh, int[] representative) {
        int[] renumbered = new int[representative.length];
        Arrays.fill(renumbered, -1);
        double[] vertices = new double[mesh.vertices().length];
        int[] triangles = new int[mesh.triangles().length];
        int vertexCount = 0;
        int length = 0;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            int a = representative[mesh.corner(t, 0)];
            int b = representative[mesh.corner(t, 1)];
            int c = representative[mesh.corner(t, 2)];
            if (a == b || b == c || c == a) {
                continue;
            }
            for (int corner : new int[] {a, b, c}) {
                if (renumbered[corner] < 0) {
                    System.arraycopy(mesh.vertices(), 3 * corner, vertices, 3 * vertexCount, 3);
                    renumbered[corner] = vertexCount++;
                }
                triangles[length++] = renumbered[corner];
            }
        }
        return new Mesh(Arrays.copyOf(vertices, 3 * vertexCount), Arrays.copyOf(triangles, length));
    }
}
