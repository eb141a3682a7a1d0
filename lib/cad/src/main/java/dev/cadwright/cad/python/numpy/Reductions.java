package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What makes one number of many, of the whole array or along an axis. */
final class Reductions {
    /**
     * A reduction.
     *
     * @param kind of the number that comes out; null for the kind of the array
     * @param parameters after the array, as {@link NotDone#of} reads them
     */
    record Reduction(ToDoubleFunction<double[]> function, Kind kind, String parameters) {}

    private static final String SUM = "axis=None | dtype, out, keepdims, initial, where";
    private static final String LEAST = "axis=None | out, keepdims, initial, where";
    private static final String SPREAD = "axis=None | dtype, out, ddof, keepdims, where, mean, correction";
    private static final String TRUTH = "axis=None | out, keepdims, where";

    static final Map<String, Reduction> ALL = all();

    private Reductions() {}

    private static Map<String, Reduction> all() {
        Map<String, Reduction> all = new LinkedHashMap<>();
        all.put("sum", new Reduction(Reductions::sum, null, SUM));
        all.put("prod", new Reduction(values -> Arrays.stream(values).reduce(1, (x, y) -> x * y), null, SUM));
        all.put(
                "mean",
                new Reduction(
                        values -> sum(values) / values.length, Kind.FLOAT, "axis=None | dtype, out, keepdims, where"));
        all.put(
                "min",
                new Reduction(
                        values -> Arrays.stream(values).reduce(Math::min).orElseThrow(Reductions::empty), null, LEAST));
        all.put(
                "max",
                new Reduction(
                        values -> Arrays.stream(values).reduce(Math::max).orElseThrow(Reductions::empty), null, LEAST));
        all.put("var", new Reduction(Reductions::variance, Kind.FLOAT, SPREAD));
        all.put("std", new Reduction(values -> Math.sqrt(variance(values)), Kind.FLOAT, SPREAD));
        all.put("argmin", new Reduction(values -> best(values, -1), Kind.INT, "axis=None | out, keepdims"));
        all.put("argmax", new Reduction(values -> best(values, 1), Kind.INT, "axis=None | out, keepdims"));
        all.put("any", new Reduction(values -> Arrays.stream(values).anyMatch(x -> x != 0) ? 1 : 0, Kind.BOOL, TRUTH));
        all.put("all", new Reduction(values -> Arrays.stream(values).allMatch(x -> x != 0) ? 1 : 0, Kind.BOOL, TRUTH));
        return all;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    static double peakToPeak(double[] values) {
        return Arrays.stream(values).max().orElseThrow(Reductions::empty)
                - Arrays.stream(values).min().orElseThrow(Reductions::empty);
    }

    private static PythonError empty() {
        return PythonError.valueError("zero-size array to reduction operation which has no identity");
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double variance(double[] values) {
        double mean = sum(values) / values.length;
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    private static double best(double[] values, int sign) {
        if (values.length == 0) {
            throw PythonError.valueError("attempt to get an index of an empty sequence");
        }
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = sign * values[i] > sign * values[best] ? i : best;
        }
        return best;
    }

    /** The reduction of the array in the first argument, along {@code axis} where the call gives one. */
    static Value alongAxis(Arguments call, ToDoubleFunction<double[]> function, Kind kind) {
        return reduce(Conversion.array(call.at(0), call.runtime()), call, function, kind);
    }

    static Value reduce(Array array, Arguments call, ToDoubleFunction<double[]> function, Kind wanted) {
        call.runtime().step(array.size() / 8);
        Kind kind = wanted == null ? (array.kind() == Kind.BOOL ? Kind.INT : array.kind()) : wanted;
        if (call.isNone("axis") || (array.isVector() && axis(array, call) == 0)) {
            return Array.scalar(function.applyAsDouble(array.values()), kind);
        }
        boolean down = axis(array, call) == 0;
        double[] result = Conversion.allocate(down ? array.columns() : array.rows(), call.runtime());
        for (int i = 0; i < result.length; i++) {
            result[i] = function.applyAsDouble((down ? array.column(i) : array.row(i)).values());
        }
        return Array.vector(result, kind);
    }

    /** The axis that a call names, counted from the front. */
    static int axis(Array array, Arguments call) {
        long axis = call.integer("axis");
        int dimensions = array.isVector() ? 1 : 2;
        if (axis < -dimensions || axis >= dimensions) {
            throw PythonError.valueError("axis " + axis + " is out of bounds for array of dimension " + dimensions);
        }
        return (int) Math.floorMod(axis, (long) dimensions);
    }

    /** Whether a truth, or every item of an array of truths, holds. */
    static Value reduceAll(Value truths) {
        return truths instanceof Array array
                ? Array.scalar(ALL.get("all").function().applyAsDouble(array.values()), Kind.BOOL)
                : truths;
    }
}
