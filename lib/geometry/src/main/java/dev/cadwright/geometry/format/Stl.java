package dev.cadwright.geometry.format;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Stereolithography files (3D Systems, 1988): binary, little-endian, and as text. Corners with equal coordinates become
 * one vertex; stored normals are ignored, since the corners' order says the same.
 */
public final class Stl {
    /** The most triangles that are read from a file. */
    public static final int MAX_TRIANGLES = 10_000_000;

    private static final int HEADER_BYTES = 84;
    private static final int TRIANGLE_BYTES = 50;
    private static final long MAX_BYTES = 1L << 30;

    private Stl() {}

    /**
     * Reads a mesh from a file.
     *
     * @throws FormatException with a code beginning {@code stl_} if the file is not one or is too large
     */
    public static Mesh read(Path path) throws IOException {
        return parse(WholeFile.read(path, MAX_BYTES, "stl_too_large"));
    }

    /**
     * Reads a mesh from the bytes of a file.
     *
     * @throws FormatException with a code beginning {@code stl_}
     */
    public static Mesh parse(byte[] file) throws FormatException {
        // Binary headers may also begin with "solid", so the length decides.
        if (file.length >= HEADER_BYTES && file.length == binaryLength(file)) {
            return parseBinary(file);
        }
        if (new String(file, 0, Math.min(file.length, 512), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .startsWith("solid")) {
            return StlText.parse(file, MAX_TRIANGLES);
        }
        if (file.length < HEADER_BYTES) {
            throw new FormatException("stl_truncated", "a binary STL has at least 84 bytes, this file " + file.length);
        }
        throw new FormatException(
                "stl_size", "the STL claims " + binaryLength(file) + " bytes, the file has " + file.length);
    }

    private static long binaryLength(byte[] file) {
        return HEADER_BYTES + TRIANGLE_BYTES * (littleEndian(file).getInt(80) & 0xFFFFFFFFL);
    }

    private static ByteBuffer littleEndian(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Mesh parseBinary(byte[] file) throws FormatException {
        ByteBuffer buffer = littleEndian(file);
        int count = buffer.getInt(80);
        if (count > MAX_TRIANGLES) {
            throw new FormatException("stl_too_large", count + " triangles, more than " + MAX_TRIANGLES);
        }
        double[] corners = new double[9 * count];
        for (int t = 0; t < count; t++) {
            int at = HEADER_BYTES + TRIANGLE_BYTES * t + 12;
            for (int i = 0; i < 9; i++) {
                corners[9 * t + i] = finite(buffer.getFloat(at + 4 * i), t);
            }
        }
        return soup(corners);
    }

    static double finite(double value, int triangle) throws FormatException {
        if (!Double.isFinite(value)) {
            throw new FormatException("stl_not_finite", "triangle " + triangle + " has the coordinate " + value);
        }
        return value;
    }

    /** Triangles with corners of their own, nine numbers each, joined where coordinates are equal. */
    static Mesh soup(double[] corners) {
        int[] triangles = new int[corners.length / 3];
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = i;
        }
        return new Mesh(corners, triangles).welded(0);
    }

    /** Writes a binary file; it appears whole or not at all. */
    public static void write(Path path, Mesh mesh) throws IOException {
        WholeFile.write(path, encode(mesh));
    }

    /** A binary file. Coordinates are rounded to single precision. */
    public static byte[] encode(Mesh mesh) {
        long size = HEADER_BYTES + (long) TRIANGLE_BYTES * mesh.triangleCount();
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put("cadwright binary STL".getBytes(StandardCharsets.US_ASCII));
        buffer.position(80).putInt(mesh.triangleCount());
        for (int t = 0; t < mesh.triangleCount(); t++) {
            put(buffer, normal(mesh, t));
            for (int corner = 0; corner < 3; corner++) {
                put(buffer, mesh.vertex(mesh.corner(t, corner)));
            }
            buffer.putShort((short) 0);
        }
        return buffer.array();
    }

    /** The file as text, coordinates in full double precision. */
    public static byte[] encodeText(Mesh mesh) {
        StringBuilder text = new StringBuilder("solid cadwright\n");
        for (int t = 0; t < mesh.triangleCount(); t++) {
            text.append("facet normal ");
            put(text, normal(mesh, t)).append("outer loop\n");
            for (int corner = 0; corner < 3; corner++) {
                put(text.append("vertex "), mesh.vertex(mesh.corner(t, corner)));
            }
            text.append("endloop\nendfacet\n");
        }
        return text.append("endsolid cadwright\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Zero where the triangle has no area. */
    private static Vector3 normal(Mesh mesh, int triangle) {
        Vector3 a = mesh.vertex(mesh.corner(triangle, 0));
        Vector3 b = mesh.vertex(mesh.corner(triangle, 1));
        Vector3 c = mesh.vertex(mesh.corner(triangle, 2));
        Vector3 normal = b.minus(a).cross(c.minus(a));
        double length = normal.length();
        return length > 0 ? normal.times(1 / length) : Vector3.ZERO;
    }

    private static StringBuilder put(StringBuilder text, Vector3 v) {
        return text.append(v.x())
                .append(' ')
                .append(v.y())
                .append(' ')
                .append(v.z())
                .append('\n');
    }

    private static void put(ByteBuffer buffer, Vector3 v) {
        buffer.putFloat((float) v.x()).putFloat((float) v.y()).putFloat((float) v.z());
    }
}
