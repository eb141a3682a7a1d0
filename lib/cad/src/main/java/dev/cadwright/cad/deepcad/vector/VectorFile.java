package dev.cadwright.cad.deepcad.vector;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.deepcad.vector.CadVector.Row;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.geometry.format.NpyArray;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vectors in files: NumPy arrays ({@code .npy}, the shape (n, 17)) and HDF5 ({@code .h5}, the dataset {@code vec} of that
 * shape) as DeepCAD's data set and its models' outputs have them. Arrays of floats are read where they hold whole numbers.
 */
public final class VectorFile {
    private static final String DATASET = "vec";
    private static final int MAX_ROWS = 10_000;
    private static final long MAX_BYTES = 16 << 20;
    private static final byte[] NUMPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final byte[] HDF = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    /** What may stand before a text in UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private VectorFile() {}

    /** Reads a NumPy file. */
    public static Parse<CadVector> readNpy(byte[] file) {
        if (file.length > MAX_BYTES) {
            return tooLarge();
        }
        try {
            NpyArray array = Npy.parse(file);
            boolean fits = array.shape().size() == 2 && array.shape().getLast() == CadVector.WIDTH;
            return fits
                    ? rows(array.values())
                    : refused("syntax.vector", "the array has the shape " + array.shape() + ", not (n, 17)");
        } catch (FormatException e) {
            return refused("syntax.vector", e.getMessage());
        }
    }

    /** The vector as an int64 NumPy file. */
    public static byte[] writeNpy(CadVector vector) {
        return Npy.encode(List.of(vector.rows().size(), CadVector.WIDTH), longs(vector));
    }

    /** Whether a file is an array, or at least no text. */
    public static boolean isArray(byte[] file) {
        if (startsWith(file, MARK)) {
            return false;
        }
        int first = file.length == 0 ? ' ' : Byte.toUnsignedInt(file[0]);
        return first < '\t' || first >= 0x7F;
    }

    /** Reads an array of either kind, by how it begins. */
    public static Parse<CadVector> read(byte[] file) {
        if (startsWith(file, NUMPY)) {
            return readNpy(file);
        }
        return startsWith(file, HDF)
                ? readHdf(file)
                : refused("syntax.vector", "this is neither JSON nor a NumPy array (.npy) nor HDF5 (.h5)");
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    /** Reads an HDF5 file. @throws IOException if the file cannot be read at all */
    public static Parse<CadVector> readHdf(Path path) throws IOException {
        return Files.size(path) > MAX_BYTES ? tooLarge() : readHdf(Files.readAllBytes(path));
    }

    private static Parse<CadVector> tooLarge() {
        return refused("limit.vector", "the file has more than " + MAX_BYTES + " bytes");
    }

    private static Parse<CadVector> readHdf(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return tooLarge();
        }
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            if (!(file.getChild(DATASET) instanceof Dataset dataset)) {
                return refused("syntax.vector", "the file has no dataset \"vec\"");
            }
            int[] shape = dataset.getDimensions();
            boolean fits = shape.length == 2 && shape[1] == CadVector.WIDTH && shape[0] <= MAX_ROWS;
            return fits ? rows(flat(dataset.getData(), shape)) : refused("syntax.vector", "\"vec\" is not (n, 17)");
        } catch (RuntimeException e) {
            // The boundary to a library that meets damaged files with exceptions of many kinds.
            return refused("syntax.vector", "this is not an HDF5 file that can be read: " + e.getMessage());
        }
    }

    /** Writes an HDF5 file with int64 numbers, over one that is there. */
    public static void writeHdf(Path path, CadVector vector) {
        long[][] rows = vector.rows().stream()
                .map(row -> row.values().stream().mapToLong(Integer::longValue).toArray())
                .toArray(long[][]::new);
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset(DATASET, rows);
        }
    }

    private static long[] longs(CadVector vector) {
        return Arrays.stream(vector.values()).asLongStream().toArray();
    }

    private static double[] flat(Object data, int[] shape) {
        double[] values = new double[shape[0] * shape[1]];
        for (int index = 0; index < values.length; index++) {
            Object value = Array.get(Array.get(data, index / shape[1]), index % shape[1]);
            if (!(value instanceof Number number)) {
                throw new IllegalArgumentException("\"vec\" holds no numbers");
            }
            values[index] = number.doubleValue();
        }
        return values;
    }

    private static Parse<CadVector> rows(double[] values) {
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < values.length; from += CadVector.WIDTH) {
            List<Integer> row = new ArrayList<>();
            for (int column = 0; column < CadVector.WIDTH; column++) {
                double value = values[from + column];
                if (value != Math.rint(value)) {
                    return refused(rows.size() + 1, column + 1, "the number " + value + " is not whole");
                }
                row.add((int) value);
            }
            try {
                rows.add(new Row(row));
            } catch (IllegalArgumentException e) {
                return refused(rows.size() + 1, 1, e.getMessage());
            }
        }
        return new Parse.Ok<>(new CadVector(rows));
    }

    private static Parse<CadVector> refused(String code, String message) {
        return Parse.failed(Diagnostic.at(SourceSpan.NONE, code, message, ""));
    }

    private static Parse<CadVector> refused(int row, int column, String message) {
        return Parse.failed(new Diagnostic("syntax.vector", message, row, column, ""));
    }
}
