package dev.cadwright.metrics.overlap;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Mesh;

/** One closed surface that bounds one piece of matter, cavities included, facing outwards. */
record Body(Mesh mesh, Bounds bounds, double volume) {
    static Body of(Mesh mesh) {
        return new Body(mesh, mesh.bounds(), mesh.signedVolume());
    }

    /** Whether a point lies inside: the triangles above it, counted by the side they show. */
    boolean contains(double x, double y, double z) {
        int winding = 0;
        double[] v = mesh.vertices();
        int[] t = mesh.triangles();
        for (int i = 0; i < t.length; i += 3) {
            int a = 3 * t[i];
            int b = 3 * t[i + 1];
            int c = 3 * t[i + 2];
            double u = cross(v[a] - x, v[a + 1] - y, v[b] - x, v[b + 1] - y);
            double w = cross(v[b] - x, v[b + 1] - y, v[c] - x, v[c + 1] - y);
            double s = cross(v[c] - x, v[c + 1] - y, v[a] - x, v[a + 1] - y);
            boolean upwards = u > 0 && w > 0 && s > 0;
            boolean downwards = u < 0 && w < 0 && s < 0;
            if ((upwards || downwards) && (w * v[a + 2] + s * v[b + 2] + u * v[c + 2]) / (u + w + s) > z) {
                winding += upwards ? 1 : -1;
            }
        }
        return winding > 0;
    }

    private static double cross(double ax, double ay, double bx, double by) {
        return ax * by - ay * bx;
    }
}
