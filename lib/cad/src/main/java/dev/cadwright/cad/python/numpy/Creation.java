package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Functions that make arrays. */
final class Creation {
    private Creation() {}

    static void addTo(Map<String, Value> all) {
        NumpyModule.define(
                all,
                "array",
                "object, dtype=None, *, copy=True | order, subok, ndmin, ndmax, like",
                call -> array(call, call.truth("copy")));
        NumpyModule.define(all, "asarray", "a, dtype=None | order, device, copy, like", call -> array(call, false));
        NumpyModule.define(all, "zeros", "shape, dtype=None | order, device, like", call -> filled(call, 0));
        NumpyModule.define(all, "empty", "shape, dtype=None | order, device, like", call -> filled(call, 0));
        NumpyModule.define(all, "ones", "shape, dtype=None | order, device, like", call -> filled(call, 1));
        NumpyModule.define(all, "full", "shape, fill_value, dtype=None | order, device, like", call -> {
            Array array = filled(call, call.number("fill_value"));
            boolean whole = call.isNone("dtype") && call.value("fill_value") instanceof IntValue;
            return whole ? array.like(array.values(), Kind.INT) : array;
        });
        NumpyModule.define(all, "zeros_like", "a | dtype, order, subok, shape, device", call -> like(call, 0));
        NumpyModule.define(all, "ones_like", "a | dtype, order, subok, shape, device", call -> like(call, 1));
        NumpyModule.define(
                all,
                "full_like",
                "a, fill_value | dtype, order, subok, shape, device",
                call -> like(call, call.number("fill_value")));
        NumpyModule.define(
                all,
                "eye",
                "N, M=None, k=0 | dtype, order, device, like",
                call -> identity(
                        call.integer("N"),
                        call.integer(call.isNone("M") ? "N" : "M"),
                        call.integer("k"),
                        call.runtime()));
        NumpyModule.define(
                all,
                "identity",
                "n | dtype, like",
                call -> identity(call.integer("n"), call.integer("n"), 0, call.runtime()));
        NumpyModule.define(
                all, "linspace", "start, stop, num=50, endpoint=True | retstep, dtype, axis, device", Creation::linear);
        NumpyModule.define(
                all,
                "logspace",
                "start, stop, num=50, endpoint=True | base, dtype, axis",
                call -> Elementwise.map(linear(call), x -> StrictMath.pow(10, x), Kind.FLOAT, call.runtime()));
        NumpyModule.define(all, "arange", "start, stop=None, step=1 | dtype, device, like", Creation::range);
        NumpyModule.define(all, "meshgrid", "x, y, /, * | copy, sparse, indexing", Creation::grid);
    }

    private static Value array(Arguments call, boolean copy) {
        Array array = Conversion.array(call.at(0), call.runtime());
        if (call.isNone("dtype")) {
            return copy ? array.copy(call.runtime()) : array;
        }
        boolean same = NumpyModule.kindOf(call.value("dtype"), call.runtime()) == array.kind();
        return same && !copy ? array : ArrayType.ofType(array, call.value("dtype"), call.runtime());
    }

    private static Array filled(Arguments call, double value) {
        Value shape = call.value("shape");
        List<Value> sizes =
                Numbers.isNumber(shape) ? List.of(shape) : call.runtime().list(shape);
        long[] counts =
                sizes.stream().mapToLong(size -> (long) Conversion.number(size)).toArray();
        if (counts.length < 1 || counts.length > 2) {
            throw Conversion.dimensions(counts.length);
        }
        double[] data = allocate(counts[0], counts.length == 1 ? 1 : counts[1], call.runtime());
        Arrays.fill(data, value);
        Kind kind = call.isNone("dtype") ? Kind.FLOAT : NumpyModule.kindOf(call.value("dtype"), call.runtime());
        return counts.length == 1 ? Array.vector(data, kind) : new Array(data, (int) counts[0], (int) counts[1], kind);
    }

    private static Value like(Arguments call, double value) {
        Array array = Conversion.array(call.at(0), call.runtime());
        return Elementwise.map(array, x -> value, array.kind(), call.runtime());
    }

    private static double[] allocate(long rows, long columns, Runtime runtime) {
        if (rows < 0 || columns < 0) {
            throw PythonError.valueError("negative dimensions are not allowed");
        }
        long most = 1L << 28;
        return Conversion.allocate(Math.min(rows, most) * Math.min(columns, most), runtime);
    }

    /** Ones on the diagonal that begins at a column, or above the matrix where it is negative. */
    private static Value identity(long rows, long columns, long first, Runtime runtime) {
        double[] data = allocate(rows, columns, runtime);
        for (int i = 0; i < rows; i++) {
            long column = i + Math.clamp(first, -rows, columns);
            if (column >= 0 && column < columns) {
                data[(int) (i * columns + column)] = 1;
            }
        }
        return new Array(data, (int) rows, (int) columns, Kind.FLOAT);
    }

    private static Array linear(Arguments call) {
        double start = call.number("start");
        double stop = call.number("stop");
        long count = call.integer("num");
        if (count < 0) {
            throw PythonError.valueError("Number of samples, " + count + ", must be non-negative.");
        }
        boolean endpoint = call.truth("endpoint");
        double[] data = Conversion.allocate(count, call.runtime());
        double step = (stop - start) / Math.max(1, endpoint ? count - 1 : count);
        for (int i = 0; i < data.length; i++) {
            data[i] = i * step + start;
        }
        if (endpoint && count > 1) {
            data[data.length - 1] = stop;
        }
        return Array.vector(data, Kind.FLOAT);
    }

    private static Value range(Arguments call) {
        boolean stopOnly = call.value("stop") == NoneValue.NONE;
        double start = stopOnly ? 0 : call.number("start");
        double stop = stopOnly ? call.number("start") : call.number("stop");
        double step = call.number("step");
        if (step == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "division by zero");
        }
        double count = Math.max(0, Math.ceil((stop - start) / step));
        double[] data = Conversion.allocate(count < 1L << 40 ? (long) count : Long.MAX_VALUE / 16, call.runtime());
        for (int i = 0; i < data.length; i++) {
            data[i] = start + i * step;
        }
        boolean whole = isWhole(call, "start") && (stopOnly || isWhole(call, "stop")) && isWhole(call, "step");
        return Array.vector(data, whole ? Kind.INT : Kind.FLOAT);
    }

    private static boolean isWhole(Arguments call, String parameter) {
        return call.value(parameter) instanceof IntValue;
    }

    private static Value grid(Arguments call) {
        Runtime runtime = call.runtime();
        Array x = Conversion.array(call.at(0), runtime);
        Array y = Conversion.array(call.at(1), runtime);
        Array column = new Array(y.values(), y.size(), 1, y.kind());
        return TupleValue.of(
                Elementwise.combine(Array.vector(x.values(), x.kind()), column, (a, b) -> a, x.kind(), runtime),
                Elementwise.combine(Array.vector(x.values(), x.kind()), column, (a, b) -> b, y.kind(), runtime));
    }
}
