package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.Arrays;

/** What compares items with their neighbours along an axis. */
final class Sorting {
    private Sorting() {}

    static Value sorted(Arguments call) {
        Array array = Conversion.array(call.at(0), call.runtime());
        return call.isNone("axis")
                ? sorted(ArrayType.flat(array, call.runtime()), 0, call.runtime())
                : sorted(array, Reductions.axis(array, call), call.runtime());
    }

    /** A sorted copy. */
    static Array sorted(Array array, int axis, Runtime runtime) {
        if (!array.isVector() && axis == 0) {
            return sorted(array.transposed(), 1, runtime).transposed();
        }
        runtime.step(array.size());
        Array copy = (Array) array.copy(runtime);
        for (int start = 0; start < copy.size(); start += copy.columns()) {
            Arrays.sort(copy.values(), start, start + copy.columns());
        }
        return copy;
    }

    /** {@code numpy.diff}. */
    static Value differences(Arguments call) {
        Array array = Conversion.array(call.at(0), call.runtime());
        boolean down = Reductions.axis(array, call) == 0 && !array.isVector();
        long order = call.integer("n");
        if (order < 0) {
            throw PythonError.valueError("order must be non-negative but got " + order);
        }
        Array result = down ? array.transposed() : array;
        for (long done = 0; done < order && result.columns() > 0; done++) {
            result = differences(result, call.runtime());
        }
        return down ? result.transposed() : result;
    }

    private static Array differences(Array array, Runtime runtime) {
        int rows = array.isVector() ? 1 : array.rows();
        int columns = array.columns() - 1;
        double[] data = Conversion.allocate((long) rows * columns, runtime);
        for (int i = 0; i < data.length; i++) {
            int at = i / columns * array.columns() + i % columns;
            data[i] = array.at(at + 1) - array.at(at);
        }
        return new Array(data, array.isVector() ? -1 : rows, columns, array.kind());
    }
}
