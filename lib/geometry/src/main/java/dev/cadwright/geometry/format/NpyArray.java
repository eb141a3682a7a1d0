package dev.cadwright.geometry.format;

import dev.cadwright.geometry.PointCloud;
import java.util.Arrays;
import java.util.List;

/**
 * A numeric array in row-major order, widened to double precision. The values are the array's own, read only.
 *
 * @param shape the lengths along its axes; empty for a single number
 */
@SuppressWarnings("ArrayRecordComponent") // read only by contract; copying large arrays would cost more than it guards
public record NpyArray(List<Integer> shape, double[] values) {
    public NpyArray {
        shape = List.copyOf(shape);
        requireSize(shape, values.length);
    }

    /** @throws IllegalArgumentException unless so many values fill the shape */
    static void requireSize(List<Integer> shape, int values) {
        long count = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("an axis of length " + length);
            }
            count *= length;
        }
        if (count != values) {
            throw new IllegalArgumentException(values + " values do not fill the shape " + shape);
        }
    }

    /**
     * Rows x y z, or x y z nx ny nz, as points.
     *
     * @throws FormatException with code {@code npy_shape} or {@code npy_not_finite}
     */
    public PointCloud toPointCloud() throws FormatException {
        if (shape.size() != 2 || (shape.get(1) != 3 && shape.get(1) != 6)) {
            throw new FormatException("npy_shape", "points need the shape (n, 3) or (n, 6), not " + shape);
        }
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new FormatException("npy_not_finite", "the points hold a value that is not finite");
        }
        int width = shape.get(1);
        return width == 3 ? new PointCloud(values) : new PointCloud(columns(0), columns(3));
    }

    private double[] columns(int from) {
        double[] triples = new double[values.length / 2];
        for (int row = 0; row < shape.getFirst(); row++) {
            System.arraycopy(values, 6 * row + from, triples, 3 * row, 3);
        }
        return triples;
    }
}
