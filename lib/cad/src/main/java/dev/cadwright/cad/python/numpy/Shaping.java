package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions that put arrays together, cut them and turn them round. */
final class Shaping {
    private Shaping() {}

    static void addTo(Map<String, Value> all) {
        NumpyModule.define(
                all,
                "concatenate",
                "arrays, /, axis=0 | out, dtype, casting",
                call -> call.integer("axis") == 0
                        ? below(arrays(call), call.runtime())
                        : beside(arrays(call), call.runtime()));
        NumpyModule.define(all, "vstack", "tup | dtype, casting", call -> below(rows(arrays(call)), call.runtime()));
        NumpyModule.define(all, "hstack", "tup | dtype, casting", call -> beside(arrays(call), call.runtime()));
        NumpyModule.define(all, "stack", "arrays, axis=0 | out, dtype, casting", call -> {
            Array stacked = Conversion.stacked(arrays(call), call.runtime());
            return call.integer("axis") == 0 ? stacked : stacked.transposed();
        });
        NumpyModule.define(
                all,
                "column_stack",
                "tup",
                call -> beside(
                        arrays(call).stream()
                                .map(array -> array.isVector() ? array.shaped(array.size(), 1, call.runtime()) : array)
                                .toList(),
                        call.runtime()));
        NumpyModule.define(
                all,
                "append",
                "arr, values | axis",
                call -> beside(
                        List.of(
                                ArrayType.flat(Conversion.array(call.at(0), call.runtime()), call.runtime()),
                                ArrayType.flat(Conversion.array(call.at(1), call.runtime()), call.runtime())),
                        call.runtime()));
        NumpyModule.define(
                all,
                "reshape",
                "a, /, shape | order, copy",
                call -> ArrayType.reshaped(
                        Conversion.array(call.at(0), call.runtime()), List.of(call.at(1)), call.runtime()));
        NumpyModule.define(all, "transpose", "a | axes", call -> Conversion.array(call.at(0), call.runtime())
                .transposed());
        NumpyModule.define(all, "flip", "m | axis", call -> Conversion.array(call.at(0), call.runtime())
                .flipped());
        NumpyModule.define(all, "roll", "a, shift | axis", Shaping::rolled);
        NumpyModule.define(all, "diff", "a, n=1, axis=-1 | prepend, append", Sorting::differences);
        NumpyModule.define(
                all,
                "cumsum",
                "a, axis=None | dtype, out",
                call -> ArrayType.cumulated(Conversion.array(call.at(0), call.runtime()), call));
        NumpyModule.define(all, "clip", "a, a_min, a_max | out, min, max", Shaping::clipped);
        for (String name : List.of("round", "around", "round_")) {
            NumpyModule.define(all, name, "a, decimals=0 | out", Shaping::rounded);
        }
        NumpyModule.define(all, "where", "condition, x, y, /", Shaping::where);
        NumpyModule.define(all, "interp", "x, xp, fp | left, right, period", Shaping::interpolated);
        NumpyModule.define(all, "sort", "a, axis=-1 | kind, order, stable", Sorting::sorted);
    }

    private static List<Array> arrays(Arguments call) {
        List<Array> arrays = new ArrayList<>();
        call.runtime().list(call.at(0)).forEach(value -> arrays.add(Conversion.array(value, call.runtime())));
        if (arrays.isEmpty()) {
            throw PythonError.valueError("need at least one array to concatenate");
        }
        return arrays;
    }

    private static List<Array> rows(List<Array> arrays) {
        return arrays.stream()
                .map(array -> array.isVector() ? new Array(array.values(), 1, array.columns(), array.kind()) : array)
                .toList();
    }

    private static Array below(List<Array> arrays, Runtime runtime) {
        boolean vectors = arrays.getFirst().isVector();
        if (vectors) {
            return beside(arrays, runtime);
        }
        List<Array> rows = new ArrayList<>();
        for (Array array : arrays) {
            if (array.isVector()) {
                throw PythonError.valueError("all the input array dimensions must match exactly");
            }
            for (int i = 0; i < array.rows(); i++) {
                rows.add(array.row(i));
            }
        }
        return Conversion.stacked(rows, runtime);
    }

    private static Array beside(List<Array> arrays, Runtime runtime) {
        if (!arrays.getFirst().isVector()) {
            List<Array> turned = arrays.stream().map(Array::transposed).toList();
            return below(turned, runtime).transposed();
        }
        long size = arrays.stream().mapToLong(Array::size).sum();
        double[] data = Conversion.allocate(size, runtime);
        Kind kind = Kind.BOOL;
        int next = 0;
        for (Array array : arrays) {
            if (!array.isVector()) {
                throw PythonError.valueError("all the input array dimensions must match exactly");
            }
            System.arraycopy(array.values(), 0, data, next, array.size());
            next += array.size();
            kind = Conversion.wider(kind, array.kind());
        }
        return Array.vector(data, kind);
    }

    private static Value rolled(Arguments call) {
        Array array = Conversion.array(call.at(0), call.runtime());
        long shift = call.integer("shift");
        double[] data = Conversion.allocate(array.size(), call.runtime());
        for (int i = 0; i < data.length; i++) {
            data[i] = array.at((int) Math.floorMod(i - shift % data.length, (long) data.length));
        }
        return array.like(data, array.kind());
    }

    private static Value clipped(Arguments call) {
        Array clipped = ArrayType.clipped(Conversion.array(call.at(0), call.runtime()), call, "a_min", "a_max");
        return isNumber(call.at(0)) ? clipped.item(0) : clipped;
    }

    private static Value rounded(Arguments call) {
        Array rounded = ArrayType.rounded(Conversion.array(call.at(0), call.runtime()), call);
        return isNumber(call.at(0)) ? rounded.item(0) : rounded;
    }

    private static boolean isNumber(Value value) {
        return Numbers.isNumber(value);
    }

    private static Value where(Arguments call) {
        Runtime runtime = call.runtime();
        Array condition = Conversion.array(call.at(0), runtime);
        Array x = Conversion.array(call.at(1), runtime);
        Array y = Conversion.array(call.at(2), runtime);
        Kind kind = Conversion.wider(x.kind(), y.kind());
        Array chosen = Elementwise.combine(condition, x, (c, a) -> c != 0 ? a : Double.NaN, kind, runtime);
        Array other = Elementwise.combine(condition, y, (c, b) -> c != 0 ? Double.NaN : b, kind, runtime);
        Array truth = Elementwise.combine(condition, x, (c, a) -> c, kind, runtime);
        Array left = Elementwise.combine(truth, chosen, (c, a) -> c != 0 ? a : 0, kind, runtime);
        Array right = Elementwise.combine(truth, other, (c, b) -> c != 0 ? 0 : b, kind, runtime);
        return Elementwise.combine(left, right, Double::sum, kind, runtime);
    }

    private static Value interpolated(Arguments call) {
        double[] xs = call.numbers("xp");
        double[] ys = call.numbers("fp");
        if (xs.length == 0 || xs.length != ys.length) {
            throw PythonError.valueError("fp and xp are not of the same length.");
        }
        Array at = Conversion.array(call.at(0), call.runtime());
        Array result = Elementwise.map(at, x -> interpolated(x, xs, ys), Kind.FLOAT, call.runtime());
        return isNumber(call.at(0)) ? result.item(0) : result;
    }

    private static double interpolated(double x, double[] xs, double[] ys) {
        if (x <= xs[0]) {
            return ys[0];
        }
        for (int i = 1; i < xs.length; i++) {
            if (x <= xs[i]) {
                return ys[i - 1] + (ys[i] - ys[i - 1]) * ((x - xs[i - 1]) / (xs[i] - xs[i - 1]));
            }
        }
        return ys[ys.length - 1];
    }
}
