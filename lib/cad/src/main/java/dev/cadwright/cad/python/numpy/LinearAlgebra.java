package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;

/** Products, norms and small systems of equations. */
final class LinearAlgebra {
    private static final int LARGEST = 200;

    private LinearAlgebra() {}

    /** {@code dot} and {@code @}: a number of two vectors, else a vector or a matrix. */
    static Value product(Array a, Array b, Runtime runtime) {
        int rows = a.isVector() ? 1 : a.rows();
        int inner = a.columns();
        int columns = b.isVector() ? 1 : b.columns();
        if (inner != (b.isVector() ? b.columns() : b.rows())) {
            throw PythonError.valueError(
                    "shapes " + Elementwise.shape(a) + " and " + Elementwise.shape(b) + " not aligned");
        }
        runtime.step((long) rows * inner * columns / 8);
        double[] result = Conversion.allocate((long) rows * columns, runtime);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    result[i * columns + j] += a.at(i * inner + k) * b.at(k * columns + j);
                }
            }
        }
        Kind kind = Conversion.wider(Conversion.wider(a.kind(), b.kind()), Kind.INT);
        if (a.isVector() && b.isVector()) {
            return Array.scalar(result[0], kind);
        }
        return a.isVector() || b.isVector() ? Array.vector(result, kind) : new Array(result, rows, columns, kind);
    }

    static Value cross(Arguments call) {
        Array a = Conversion.array(call.at(0), call.runtime());
        Array b = Conversion.array(call.at(1), call.runtime());
        if (!a.isVector() || !b.isVector()) {
            throw new UnsupportedConstruct("numpy.cross of matrices", "take it row by row");
        }
        double[] x = a.values();
        double[] y = b.values();
        if (x.length == 2 && y.length == 2) {
            return Array.scalar(x[0] * y[1] - x[1] * y[0], Conversion.wider(a.kind(), b.kind()));
        }
        if (x.length != 3 || y.length != 3) {
            throw PythonError.valueError("incompatible dimensions for cross product");
        }
        double[] result = {
            x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0],
        };
        return Array.vector(result, Conversion.wider(a.kind(), b.kind()));
    }

    static Value outer(Arguments call) {
        Array a = Conversion.array(call.at(0), call.runtime());
        Array b = Conversion.array(call.at(1), call.runtime());
        Array column = new Array(a.values(), a.size(), 1, a.kind());
        Array row = Array.vector(b.values(), b.kind());
        return Elementwise.combine(column, row, (x, y) -> x * y, Conversion.wider(a.kind(), b.kind()), call.runtime());
    }

    /** {@code linalg.norm}: Euclidean, of all items or along an axis. */
    static Value norm(Arguments call) {
        if (!call.isNone("ord") && !call.value("ord").equals(IntValue.of(2))) {
            throw new UnsupportedConstruct("numpy.linalg.norm with ord", "");
        }
        return Reductions.alongAxis(call, LinearAlgebra::euclidean, Kind.FLOAT);
    }

    static double euclidean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    static Value determinant(Arguments call) {
        double[][] matrix = square(call);
        return Array.scalar(eliminate(matrix, new double[matrix.length][0]), Kind.FLOAT);
    }

    static Value inverse(Arguments call) {
        double[][] matrix = square(call);
        double[][] right = new double[matrix.length][matrix.length];
        for (int i = 0; i < right.length; i++) {
            right[i][i] = 1;
        }
        requireRegular(eliminate(matrix, right));
        return flattened(right, matrix.length);
    }

    static Value solve(Arguments call) {
        double[][] matrix = square(call);
        Array b = Conversion.array(call.at(1), call.runtime());
        int columns = b.isVector() ? 1 : b.columns();
        if (b.size() != matrix.length * columns) {
            throw PythonError.valueError("solve: mismatch in its core dimension");
        }
        double[][] right = new double[matrix.length][columns];
        double[] values = b.values();
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(values, i * columns, right[i], 0, columns);
        }
        requireRegular(eliminate(matrix, right));
        Array result = flattened(right, columns);
        return b.isVector() ? Array.vector(result.values(), Kind.FLOAT) : result;
    }

    private static void requireRegular(double determinant) {
        if (determinant == 0) {
            throw PythonError.valueError("Singular matrix");
        }
    }

    private static double[][] square(Arguments call) {
        Array a = Conversion.array(call.at(0), call.runtime());
        if (a.isVector() || a.rows() != a.columns()) {
            throw PythonError.valueError("Last 2 dimensions of the array must be square");
        }
        if (a.rows() > LARGEST) {
            throw new UnsupportedConstruct("numpy.linalg of more than " + LARGEST + " rows", "");
        }
        call.runtime().step((long) a.rows() * a.rows() * a.rows() / 4);
        double[][] matrix = new double[a.rows()][a.columns()];
        double[] values = a.values();
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(values, i * a.columns(), matrix[i], 0, a.columns());
        }
        return matrix;
    }

    private static Array flattened(double[][] matrix, int columns) {
        double[] data = new double[matrix.length * columns];
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(matrix[i], 0, data, i * columns, columns);
        }
        return new Array(data, matrix.length, columns, Kind.FLOAT);
    }

    /** Turns the matrix into the identity and the right side along with it (Gauss and Jordan); the determinant. */
    private static double eliminate(double[][] matrix, double[][] right) {
        double determinant = 1;
        for (int pivot = 0; pivot < matrix.length; pivot++) {
            int best = pivot;
            for (int i = pivot + 1; i < matrix.length; i++) {
                best = Math.abs(matrix[i][pivot]) > Math.abs(matrix[best][pivot]) ? i : best;
            }
            if (matrix[best][pivot] == 0) {
                return 0;
            }
            determinant *= best == pivot ? matrix[best][pivot] : -matrix[best][pivot];
            exchange(matrix, pivot, best);
            exchange(right, pivot, best);
            double scale = 1 / matrix[pivot][pivot];
            for (int i = 0; i < matrix.length; i++) {
                if (i != pivot) {
                    double factor = matrix[i][pivot] * scale;
                    subtract(matrix[i], matrix[pivot], factor);
                    subtract(right[i], right[pivot], factor);
                }
            }
            subtract(matrix[pivot], matrix[pivot].clone(), 1 - scale);
            subtract(right[pivot], right[pivot].clone(), 1 - scale);
        }
        return determinant;
    }

    private static void exchange(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    private static void subtract(double[] from, double[] row, double factor) {
        for (int j = 0; j < from.length; j++) {
            from[j] -= factor * row[j];
        }
    }
}
