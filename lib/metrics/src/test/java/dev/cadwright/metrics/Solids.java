package dev.cadwright.metrics;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Vector3;
import java.util.Arrays;

/** Small closed meshes for tests. */
public final class Solids {
    private static final int[] BOX = {
        0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5
    };

    private Solids() {}

    public static Mesh box(double x0, double y0, double z0, double x1, double y1, double z1) {
        double[] vertices = new double[24];
        for (int corner = 0; corner < 8; corner++) {
            vertices[3 * corner] = (corner & 1) == 0 ? x0 : x1;
            vertices[3 * corner + 1] = (corner & 2) == 0 ? y0 : y1;
            vertices[3 * corner + 2] = (corner & 4) == 0 ? z0 : z1;
        }
        return new Mesh(vertices, BOX);
    }

    public static Mesh cube(double side, Vector3 centre) {
        double h = side / 2;
        return box(centre.x() - h, centre.y() - h, centre.z() - h, centre.x() + h, centre.y() + h, centre.z() + h);
    }

    public static Mesh together(Mesh... meshes) {
        double[] vertices = {};
        int[] triangles = {};
        for (Mesh mesh : meshes) {
            int offset = vertices.length / 3;
            int length = triangles.length;
            vertices = concatenate(vertices, mesh.vertices());
            triangles = Arrays.copyOf(triangles, length + mesh.triangles().length);
            for (int i = 0; i < mesh.triangles().length; i++) {
                triangles[length + i] = mesh.triangles()[i] + offset;
            }
        }
        return new Mesh(vertices, triangles);
    }

    private static double[] concatenate(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    public static Mesh turnedInsideOut(Mesh mesh) {
        int[] turned = mesh.triangles().clone();
        for (int i = 0; i < turned.length; i += 3) {
            turned[i] = mesh.triangles()[i + 1];
            turned[i + 1] = mesh.triangles()[i];
        }
        return new Mesh(mesh.vertices(), turned);
    }
}
