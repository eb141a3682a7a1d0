package dev.cadwright.geometry.format;

import dev.cadwright.geometry.Mesh;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Wavefront OBJ files: vertices and faces. Everything else in a file is passed over. */
public final class Obj {
    /** The most triangles that are read from a file. */
    public static final int MAX_TRIANGLES = 10_000_000;

    private static final long MAX_BYTES = 1L << 30;

    private Obj() {}

    /**
     * Reads a mesh from a file.
     *
     * @throws FormatException with a code beginning {@code obj_} if the file is not one or is too large
     */
    public static Mesh read(Path path) throws IOException {
        return parse(WholeFile.read(path, MAX_BYTES, "obj_too_large"));
    }

    /**
     * Polygons become fans of triangles around their first corner.
     *
     * @throws FormatException with a code beginning {@code obj_}
     */
    public static Mesh parse(byte[] file) throws FormatException {
        return new ObjText(file).parse();
    }

    /** Writes vertices and triangles; the file appears whole or not at all. */
    public static void write(Path path, Mesh mesh) throws IOException {
        WholeFile.write(path, encode(mesh));
    }

    /** The mesh as text, coordinates in full double precision. */
    public static byte[] encode(Mesh mesh) {
        StringBuilder text = new StringBuilder("# cadwright\n");
        double[] vertices = mesh.vertices();
        for (int i = 0; i < vertices.length; i += 3) {
            text.append("v ").append(vertices[i]).append(' ').append(vertices[i + 1]);
            text.append(' ').append(vertices[i + 2]).append('\n');
        }
        for (int t = 0; t < mesh.triangleCount(); t++) {
            text.append("f ").append(mesh.corner(t, 0) + 1).append(' ').append(mesh.corner(t, 1) + 1);
            text.append(' ').append(mesh.corner(t, 2) + 1).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
