package dev.cadwright.geometry;

/**
 * Triangles in space. Vertices are x y z triples, triangles are triples of vertex indices, counter-clockwise seen from
 * outside. The arrays are the mesh's own: callers do not change them.
 */
public final class Mesh {
    private final double[] vertices;
    private final int[] triangles;

    public Mesh(double[] vertices, int[] triangles) {
        if (vertices.length % 3 != 0 || triangles.length % 3 != 0) {
            throw new IllegalArgumentException("vertices and triangles come in threes");
        }
        int count = vertices.length / 3;
        for (int index : triangles) {
            if (index < 0 || index >= count) {
                throw new IllegalArgumentException("triangle names vertex " + index + " of " + count);
            }
        }
        this.vertices = vertices.clone();
        this.triangles = triangles.clone();
    }

    public int vertexCount() {
        return vertices.length / 3;
    }

    public int triangleCount() {
        return triangles.length / 3;
    }

    public Vector3 vertex(int index) {
        return new Vector3(vertices[3 * index], vertices[3 * index + 1], vertices[3 * index + 2]);
    }

    /** The vertex index of a triangle's corner 0, 1 or 2. */
    public int corner(int triangle, int corner) {
        return triangles[3 * triangle + corner];
    }

    /** x y z of all vertices: shared with the mesh, read only. */
    public double[] vertices() {
        return vertices;
    }

    /** Vertex indices of all triangles: shared with the mesh, read only. */
    public int[] triangles() {
        return triangles;
    }
}
