package dev.cadwright.geometry;

/** Small meshes for tests. */
public final class Shapes {
    private static final int[] BOX_TRIANGLES = {
        0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5
    };

    private Shapes() {}

    /** A closed box with eight shared corners, facing outwards. */
    public static Mesh box(Vector3 min, Vector3 max) {
        double[] vertices = new double[24];
        for (int corner = 0; corner < 8; corner++) {
            vertices[3 * corner] = (corner & 1) == 0 ? min.x() : max.x();
            vertices[3 * corner + 1] = (corner & 2) == 0 ? min.y() : max.y();
            vertices[3 * corner + 2] = (corner & 4) == 0 ? min.z() : max.z();
        }
        return new Mesh(vertices, BOX_TRIANGLES);
    }

    public static Mesh unitCube() {
        return box(Vector3.ZERO, new Vector3(1, 1, 1));
    }

    /** Both meshes in one. */
    public static Mesh together(Mesh first, Mesh second) {
        double[] vertices = new double[first.vertices().length + second.vertices().length];
        System.arraycopy(first.vertices(), 0, vertices, 0, first.vertices().length);
        System.arraycopy(second.vertices(), 0, vertices, first.vertices().length, second.vertices().length);
        int[] triangles = new int[first.triangles().length + second.triangles().length];
        System.arraycopy(first.triangles(), 0, triangles, 0, first.triangles().length);
        for (int i = 0; i < second.triangles().length; i++) {
            triangles[first.triangles().length + i] = second.triangles()[i] + first.vertexCount();
        }
        return new Mesh(vertices, triangles);
    }

    /** The same triangles, each with corners of its own. */
    public static Mesh soup(Mesh mesh) {
        double[] vertices = new double[3 * mesh.triangles().length];
        int[] triangles = new int[mesh.triangles().length];
        for (int i = 0; i < triangles.length; i++) {
            System.arraycopy(mesh.vertices(), 3 * mesh.triangles()[i], vertices, 3 * i, 3);
            triangles[i] = i;
        }
        return new Mesh(vertices, triangles);
    }
}
