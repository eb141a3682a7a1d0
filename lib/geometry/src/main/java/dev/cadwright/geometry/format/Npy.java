package dev.cadwright.geometry.format;

import dev.cadwright.geometry.PointCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** NumPy's array files, versions 1 to 3. */
public final class Npy {
    /** The most values that are read from a file. */
    public static final int MAX_VALUES = 1 << 26;

    private static final long MAX_BYTES = 8L * MAX_VALUES + NpyHeader.MAX_LENGTH;

    private Npy() {}

    /**
     * Reads an array from a file.
     *
     * @throws FormatException with a code beginning {@code npy_} if the file is not one or is too large
     */
    public static NpyArray read(Path path) throws IOException {
        return parse(WholeFile.read(path, MAX_BYTES, "npy_too_large"));
    }

    /**
     * Reads an array from the bytes of a file.
     *
     * @throws FormatException with a code beginning {@code npy_}
     */
    public static NpyArray parse(byte[] file) throws FormatException {
        NpyHeader header = NpyHeader.parse(file);
        return new NpyArray(header.shape(), header.type().decode(file, header.dataStart(), header.count()));
    }

    /** Writes float32 values; the file appears whole or not at all. */
    public static void write(Path path, List<Integer> shape, float[] values) throws IOException {
        WholeFile.write(path, encode(shape, values));
    }

    /** Writes the positions as (n, 3) float32. */
    public static void write(Path path, PointCloud cloud) throws IOException {
        WholeFile.write(path, encode(cloud));
    }

    /** Writes (n, 6) float32: positions, then normals. */
    public static void writeWithNormals(Path path, PointCloud cloud) throws IOException {
        WholeFile.write(path, encodeWithNormals(cloud));
    }

    /** The positions as an (n, 3) float32 file. */
    public static byte[] encode(PointCloud cloud) {
        return encode(List.of(cloud.size(), 3), cloud.toFloatArray());
    }

    /** Positions and normals as an (n, 6) float32 file. */
    public static byte[] encodeWithNormals(PointCloud cloud) {
        if (!cloud.hasNormals()) {
            throw new IllegalArgumentException("the cloud has no normals");
        }
        float[] rows = new float[6 * cloud.size()];
        for (int i = 0; i < rows.length; i++) {
            int column = i % 6;
            double[] source = column < 3 ? cloud.positions() : cloud.normals();
            rows[i] = (float) source[3 * (i / 6) + column % 3];
        }
        return encode(List.of(cloud.size(), 6), rows);
    }

    /** A float32 file of the given shape, row-major. */
    public static byte[] encode(List<Integer> shape, float[] values) {
        return NpyHeader.encode(shape, values);
    }

    /** An int64 file of the given shape, row-major. */
    public static byte[] encode(List<Integer> shape, long[] values) {
        return NpyHeader.encode(shape, values);
    }
}
