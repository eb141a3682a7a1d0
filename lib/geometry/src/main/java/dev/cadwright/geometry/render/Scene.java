package dev.cadwright.geometry.render;

import dev.cadwright.geometry.EdgeTable;
import dev.cadwright.geometry.Mesh;

/** What all views of a mesh share: joined corners, centred and scaled to longest side 1, unit normals, edges. */
final class Scene {
    private static final double FEATURE_COSINE = Math.cos(Math.toRadians(30));
    private static final double WELDING_TOLERANCE = 1e-6;

    final double[] vertices;
    final int[] triangles;
    /** The unit normal of each triangle; zero where it has no area. */
    final double[] normals;

    final EdgeTable edges;
    private final boolean[] features;
    private double[] cornerNormals;

    Scene(Mesh mesh) {
        Mesh joined = mesh.normalised(1).welded(WELDING_TOLERANCE);
        vertices = joined.vertices();
        triangles = joined.triangles();
        edges = EdgeTable.of(joined);
        normals = unitNormals();
        features = findFeatures();
    }

    int triangleCount() {
        return triangles.length / 3;
    }

    /** Whether an edge is drawn from every side: a border, or a crease of more than 30°. */
    boolean isFeature(int edge) {
        return features[edge];
    }

    private double[] unitNormals() {
        double[] unit = new double[triangles.length];
        for (int t = 0; t < triangles.length; t += 3) {
            int a = 3 * triangles[t];
            int b = 3 * triangles[t + 1];
            int c = 3 * triangles[t + 2];
            double ux = vertices[b] - vertices[a];
            double uy = vertices[b + 1] - vertices[a + 1];
            double uz = vertices[b + 2] - vertices[a + 2];
            double vx = vertices[c] - vertices[a];
            double vy = vertices[c + 1] - vertices[a + 1];
            double vz = vertices[c + 2] - vertices[a + 2];
            double nx = uy * vz - uz * vy;
            double ny = uz * vx - ux * vz;
            double nz = ux * vy - uy * vx;
            double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
            if (length > 0) {
                unit[t] = nx / length;
                unit[t + 1] = ny / length;
                unit[t + 2] = nz / length;
            }
        }
        return unit;
    }

    private boolean[] findFeatures() {
        boolean[] found = new boolean[edges.size()];
        for (int edge = 0; edge < found.length; edge++) {
            int first = edges.first(edge);
            int second = edges.second(edge);
            found[edge] = edges.uses(edge) != 2
                    || (hasArea(first) && hasArea(second) && cosine(first, second) < FEATURE_COSINE);
        }
        return found;
    }

    private boolean hasArea(int triangle) {
        return normals[3 * triangle] != 0 || normals[3 * triangle + 1] != 0 || normals[3 * triangle + 2] != 0;
    }

    private double cosine(int first, int second) {
        return normals[3 * first] * normals[3 * second]
                + normals[3 * first + 1] * normals[3 * second + 1]
                + normals[3 * first + 2] * normals[3 * second + 2];
    }

    /**
     * A normal for each triangle's corner: the mean of the triangles around the vertex that lie within 30° of this one,
     * so that tessellated curves look round and creases stay sharp. Not scaled to length 1.
     */
    double[] cornerNormals() {
        if (cornerNormals == null) {
            cornerNormals = smooth();
        }
        return cornerNormals;
    }

    private double[] smooth() {
        int[] starts = new int[vertices.length / 3 + 1];
        for (int vertex : triangles) {
            starts[vertex + 1]++;
        }
        for (int v = 1; v < starts.length; v++) {
            starts[v] += starts[v - 1];
        }
        int[] around = new int[triangles.length];
        int[] fill = starts.clone();
        for (int i = 0; i < triangles.length; i++) {
            around[fill[triangles[i]]++] = i / 3;
        }
        double[] smooth = new double[3 * triangles.length];
        for (int i = 0; i < triangles.length; i++) {
            for (int k = starts[triangles[i]]; k < starts[triangles[i] + 1]; k++) {
                int other = around[k];
                if (cosine(i / 3, other) >= FEATURE_COSINE) {
                    smooth[3 * i] += normals[3 * other];
                    smooth[3 * i + 1] += normals[3 * other + 1];
                    smooth[3 * i + 2] += normals[3 * other + 2];
                }
            }
        }
        return smooth;
    }
}
