package dev.cadwright.geometry;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws points uniformly from a mesh's surface, with the normals of their triangles. */
public final class SurfaceSampler {
    private SurfaceSampler() {}

    /**
     * Independent points, each triangle chosen in proportion to its area. Three numbers are drawn a point, in order, so
     * that a shorter sample of the same seed is a prefix of a longer one.
     *
     * @throws IllegalArgumentException if the surface has no area or the count is negative
     */
    public static PointCloud sample(Mesh mesh, int count, RandomGenerator random) {
        if (count < 0) {
            throw new IllegalArgumentException("cannot draw " + count + " points");
        }
        double[] unitNormals = new double[3 * mesh.triangleCount()];
        double[] cumulative = cumulativeAreas(mesh, unitNormals);
        double total = cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new IllegalArgumentException("a surface of area " + total / 2 + " cannot be sampled");
        }
        double[] positions = new double[3 * count];
        double[] normals = new double[3 * count];
        for (int i = 0; i < count; i++) {
            int triangle = find(cumulative, random.nextDouble() * total);
            place(mesh, triangle, random.nextDouble(), random.nextDouble(), positions, 3 * i);
            System.arraycopy(unitNormals, 3 * triangle, normals, 3 * i, 3);
        }
        return new PointCloud(positions, normals);
    }

    private static double[] cumulativeAreas(Mesh mesh, double[] unitNormals) {
        double[] cumulative = new double[mesh.triangleCount()];
        double sum = 0;
        for (int t = 0; t < cumulative.length; t++) {
            Vector3 normal = mesh.scaledNormal(t);
            double length = normal.length();
            sum += length;
            cumulative[t] = sum;
            if (length > 0) {
                unitNormals[3 * t] = normal.x() / length;
                unitNormals[3 * t + 1] = normal.y() / length;
                unitNormals[3 * t + 2] = normal.z() / length;
            }
        }
        return cumulative;
    }

    /** The first triangle whose cumulative area exceeds the value: never one without area. */
    private static int find(double[] cumulative, double value) {
        int index = Arrays.binarySearch(cumulative, value);
        if (index < 0) {
            return Math.min(-index - 1, cumulative.length - 1);
        }
        while (index < cumulative.length - 1 && cumulative[index] <= value) {
            index++;
        }
        return index;
    }

    /** Folds the unit square onto the triangle: uniform without a square root. */
    private static void place(Mesh mesh, int triangle, double u, double v, double[] positions, int at) {
        double s = u + v > 1 ? 1 - u : u;
        double t = u + v > 1 ? 1 - v : v;
        double[] vertices = mesh.vertices();
        int a = 3 * mesh.corner(triangle, 0);
        int b = 3 * mesh.corner(triangle, 1);
        int c = 3 * mesh.corner(triangle, 2);
        for (int axis = 0; axis < 3; axis++) {
            double origin = vertices[a + axis];
            positions[at + axis] = origin + s * (vertices[b + axis] - origin) + t * (vertices[c + axis] - origin);
        }
    }
}
