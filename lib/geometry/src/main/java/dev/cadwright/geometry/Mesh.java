package dev.cadwright.geometry;

/**
 * Triangles in space. Vertices are finite x y z triples, triangles are triples of vertex indices, counter-clockwise
 * seen from outside. The arrays are the mesh's own: callers do not change them.
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
        for (double coordinate : vertices) {
            if (!Double.isFinite(coordinate)) {
                throw new IllegalArgumentException("a vertex has the coordinate " + coordinate);
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

    /** Whether there is no triangle. */
    public boolean isEmpty() {
        return triangles.length == 0;
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

    /**
     * The smallest box around the vertices that triangles use.
     *
     * @throws IllegalArgumentException if the mesh is empty
     */
    public Bounds bounds() {
        double[] used = new double[3 * triangles.length];
        for (int i = 0; i < triangles.length; i++) {
            System.arraycopy(vertices, 3 * triangles[i], used, 3 * i, 3);
        }
        return Bounds.of(used);
    }

    /** The triangle's corners' cross product: along its normal, twice its area long. */
    Vector3 scaledNormal(int triangle) {
        Vector3 first = vertex(corner(triangle, 0));
        return vertex(corner(triangle, 1))
                .minus(first)
                .cross(vertex(corner(triangle, 2)).minus(first));
    }

    /** The sum of the triangles' areas. */
    public double area() {
        double twice = 0;
        for (int t = 0; t < triangleCount(); t++) {
            twice += scaledNormal(t).length();
        }
        return twice / 2;
    }

    /** The enclosed volume; negative where the triangles face inwards, without meaning for an open mesh. */
    public double signedVolume() {
        if (isEmpty()) {
            return 0;
        }
        // Measured from the box's centre: far from the origin, the tetrahedra would be large and cancel badly.
        return MassProperties.of(this, bounds().centre()).volume();
    }

    /**
     * The centre of the enclosed volume.
     *
     * @throws ArithmeticException if the mesh encloses no volume
     */
    public Vector3 centreOfMass() {
        if (isEmpty()) {
            throw new ArithmeticException("an empty mesh has no centre of mass");
        }
        return MassProperties.of(this, bounds().centre()).centre();
    }

    /**
     * Whether every edge is used exactly as often in one direction as in the other, so that the mesh encloses a volume.
     * Edges are told apart by vertex index: weld a mesh first whose triangles do not share their corners.
     */
    public boolean isWatertight() {
        return !isEmpty() && EdgeTable.of(this).isBalanced();
    }

    /** The image under an affine map; a map that mirrors turns the triangles round, so that they still face outwards. */
    public Mesh transformed(Transform transform) {
        return new Mesh(
                transform.applyToAll(vertices), transform.determinant() < 0 ? turnedRound(triangles) : triangles);
    }

    private static int[] turnedRound(int[] triangles) {
        int[] turned = triangles.clone();
        for (int i = 0; i < turned.length; i += 3) {
            turned[i + 1] = triangles[i + 2];
            turned[i + 2] = triangles[i + 1];
        }
        return turned;
    }

    /** Moved and scaled so that its box is centred on the origin with the given longest side; empty meshes stay. */
    public Mesh normalised(double longestSide) {
        return isEmpty() ? this : transformed(bounds().normalisation(longestSide));
    }

    /**
     * The same surface with vertices that lie within the tolerance of each other made one. Triangles that lose a corner
     * by that, and vertices that no triangle uses, are left out.
     *
     * @param tolerance a length, 0 for equal coordinates only
     */
    public Mesh welded(double tolerance) {
        return VertexWelder.weld(this, tolerance);
    }
}
