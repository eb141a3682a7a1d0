package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The part of {@code numpy} that programs use on numbers, vectors and matrices. */
public final class NumpyModule {
    private static final String NO_ORDER = "the numbers depend on numpy's own generators; use random";

    /** {@code numpy} and {@code numpy.linalg}. */
    public static final List<ModuleValue> MODULES = modules();

    /** What all functions of numpy take that work item by item. */
    private static final String ITEM_BY_ITEM = ", / | out, where, casting, order, dtype, subok, signature";

    private NumpyModule() {}

    private static List<ModuleValue> modules() {
        Map<String, Value> linear = new LinkedHashMap<>();
        define(linear, "norm", "x, ord=None, axis=None | keepdims", LinearAlgebra::norm);
        define(linear, "det", "a", LinearAlgebra::determinant);
        define(linear, "inv", "a", LinearAlgebra::inverse);
        define(linear, "solve", "a, b", LinearAlgebra::solve);
        ModuleValue linalg = new ModuleValue(
                "numpy.linalg", linear, Map.of("eig", "", "svd", "", "eigh", "", "lstsq", "", "qr", ""));
        Map<String, Value> all = new LinkedHashMap<>();
        all.put("linalg", linalg);
        constants(all);
        functions(all);
        Creation.addTo(all);
        Shaping.addTo(all);
        Reductions.ALL.forEach((name, reduction) -> define(
                all,
                name,
                "a, " + reduction.parameters(),
                call -> Reductions.alongAxis(call, reduction.function(), reduction.kind())));
        all.put("amin", all.get("min"));
        all.put("amax", all.get("max"));
        define(
                all,
                "median",
                "a, axis=None | out, overwrite_input, keepdims",
                call -> Reductions.alongAxis(call, Reductions::median, Kind.FLOAT));
        define(
                all,
                "ptp",
                "a, axis=None | out, keepdims",
                call -> Reductions.alongAxis(call, Reductions::peakToPeak, null));
        ModuleValue numpy = new ModuleValue(
                "numpy", all, Map.of("random", NO_ORDER, "load", "there are no files", "save", "there are no files"));
        return List.of(numpy, linalg);
    }

    /** @param parameters as {@link NotDone#of} reads them */
    static void define(Map<String, Value> all, String name, String parameters, HostFunction.Body body) {
        NotDone notDone = NotDone.of(parameters);
        all.put(name, HostFunction.of(name, notDone.signature(), call -> {
            notDone.require(call);
            return body.call(call);
        }));
    }

    private static void constants(Map<String, Value> all) {
        all.put("pi", new FloatValue(Math.PI));
        all.put("e", new FloatValue(Math.E));
        all.put("inf", new FloatValue(Double.POSITIVE_INFINITY));
        all.put("nan", new FloatValue(Double.NaN));
        all.put("newaxis", NoneValue.NONE);
        all.put("ndarray", ArrayType.TYPE);
        for (String name : List.of("float64", "float32", "int64", "int32", "bool_")) {
            Kind kind = name.startsWith("f") ? Kind.FLOAT : name.startsWith("i") ? Kind.INT : Kind.BOOL;
            all.put(name, HostFunction.of(name, "x=0, /", call -> converted(call, kind)));
        }
    }

    private static Value converted(Arguments call, Kind kind) {
        Array array = Conversion.array(call.at(0), call.runtime());
        Array result =
                switch (kind) {
                    case BOOL -> Elementwise.map(array, x -> x != 0 ? 1 : 0, kind, call.runtime());
                    case INT -> Elementwise.map(array, x -> x < 0 ? Math.ceil(x) : Math.floor(x), kind, call.runtime());
                    case FLOAT -> Elementwise.map(array, x -> x, kind, call.runtime());
                };
        return Numbers.isNumber(call.at(0)) ? result.item(0) : result;
    }

    private static void functions(Map<String, Value> all) {
        Map<String, DoubleUnaryOperator> unary = UnaryFunctions.ALL;
        unary.forEach((name, operator) -> define(
                all, name, name.equals("sinc") ? "x" : "x" + ITEM_BY_ITEM, call -> unary(call, operator, Kind.FLOAT)));
        define(all, "abs", "x" + ITEM_BY_ITEM, call -> unary(call, Math::abs, null));
        define(all, "absolute", "x" + ITEM_BY_ITEM, call -> unary(call, Math::abs, null));
        define(all, "sign", "x" + ITEM_BY_ITEM, call -> unary(call, Math::signum, null));
        define(all, "square", "x" + ITEM_BY_ITEM, call -> unary(call, x -> x * x, null));
        define(all, "negative", "x" + ITEM_BY_ITEM, call -> unary(call, x -> -x, null));
        define(all, "isnan", "x" + ITEM_BY_ITEM, call -> unary(call, x -> Double.isNaN(x) ? 1 : 0, Kind.BOOL));
        define(all, "isfinite", "x" + ITEM_BY_ITEM, call -> unary(call, x -> Double.isFinite(x) ? 1 : 0, Kind.BOOL));
        define(all, "isinf", "x" + ITEM_BY_ITEM, call -> unary(call, x -> Double.isInfinite(x) ? 1 : 0, Kind.BOOL));
        binary(all, "add", (x, y) -> x + y, null);
        binary(all, "subtract", (x, y) -> x - y, null);
        binary(all, "multiply", (x, y) -> x * y, null);
        binary(all, "divide", (x, y) -> x / y, Kind.FLOAT);
        binary(all, "power", StrictMath::pow, null);
        binary(all, "mod", Elementwise::modulo, null);
        binary(all, "fmod", (x, y) -> x % y, null);
        binary(all, "hypot", StrictMath::hypot, Kind.FLOAT);
        binary(all, "arctan2", StrictMath::atan2, Kind.FLOAT);
        binary(all, "maximum", Math::max, null);
        binary(all, "minimum", Math::min, null);
        define(all, "isclose", "a, b, rtol=1e-05, atol=1e-08 | equal_nan", NumpyModule::close);
        define(all, "allclose", "a, b, rtol=1e-05, atol=1e-08 | equal_nan", call -> Reductions.reduceAll(close(call)));
        define(all, "array_equal", "a1, a2 | equal_nan", NumpyModule::equal);
        define(all, "cross", "a, b | axisa, axisb, axisc, axis", LinearAlgebra::cross);
        define(all, "outer", "a, b | out", LinearAlgebra::outer);
        define(
                all,
                "inner",
                "a, b, /",
                call -> LinearAlgebra.product(
                        Conversion.array(call.at(0), call.runtime()),
                        Conversion.array(call.at(1), call.runtime()).transposed(),
                        call.runtime()));
        define(
                all,
                "vdot",
                "a, b, /",
                call -> LinearAlgebra.product(
                        ArrayType.flat(Conversion.array(call.at(0), call.runtime()), call.runtime()),
                        ArrayType.flat(Conversion.array(call.at(1), call.runtime()), call.runtime()),
                        call.runtime()));
        for (String name : List.of("dot", "matmul")) {
            define(
                    all,
                    name,
                    name.equals("dot") ? "a, b | out" : "x1, x2" + ITEM_BY_ITEM + ", axes, axis, keepdims",
                    call -> LinearAlgebra.product(
                            Conversion.array(call.at(0), call.runtime()),
                            Conversion.array(call.at(1), call.runtime()),
                            call.runtime()));
        }
    }

    /** A number gives a number, anything else an array. @param kind null for that of the argument */
    private static Value unary(Arguments call, DoubleUnaryOperator operator, Kind kind) {
        Value value = call.at(0);
        Kind result = kind == null ? Numbers.isNumber(value) ? Conversion.kind(value) : null : kind;
        if (Numbers.isNumber(value)) {
            return Array.scalar(operator.applyAsDouble(Conversion.number(value)), result);
        }
        Array array = Conversion.array(value, call.runtime());
        return Elementwise.map(array, operator, result == null ? array.kind() : result, call.runtime());
    }

    private static void binary(Map<String, Value> all, String name, DoubleBinaryOperator operator, Kind kind) {
        define(all, name, "x1, x2" + ITEM_BY_ITEM, call -> {
            Array a = Conversion.array(call.at(0), call.runtime());
            Array b = Conversion.array(call.at(1), call.runtime());
            Kind result = kind == null ? Conversion.wider(a.kind(), b.kind()) : kind;
            Array combined = Elementwise.combine(a, b, operator, result, call.runtime());
            boolean numbers = Numbers.isNumber(call.at(0)) && Numbers.isNumber(call.at(1));
            return numbers ? combined.item(0) : combined;
        });
    }

    private static Value close(Arguments call) {
        double relative = call.number("rtol");
        double absolute = call.number("atol");
        Array a = Conversion.array(call.at(0), call.runtime());
        Array b = Conversion.array(call.at(1), call.runtime());
        Array result = Elementwise.combine(
                a,
                b,
                (x, y) -> x == y || Math.abs(x - y) <= absolute + relative * Math.abs(y) ? 1 : 0,
                Kind.BOOL,
                call.runtime());
        boolean numbers = Numbers.isNumber(call.at(0)) && Numbers.isNumber(call.at(1));
        return numbers ? result.item(0) : result;
    }

    private static Value equal(Arguments call) {
        Array a = Conversion.array(call.at(0), call.runtime());
        Array b = Conversion.array(call.at(1), call.runtime());
        boolean same = a.hasShapeOf(b) && Arrays.equals(a.values(), b.values());
        return Array.scalar(same ? 1 : 0, Kind.BOOL);
    }

    /** What {@code dtype=float} and its like ask for. */
    static Kind kindOf(Value type, Runtime runtime) {
        String name =
                switch (type) {
                    case HostType host -> host.name();
                    case HostFunction function -> function.name();
                    case StrValue(String text) -> text;
                    default -> runtime.str(type);
                };
        return name.startsWith("int") ? Kind.INT : name.startsWith("bool") ? Kind.BOOL : Kind.FLOAT;
    }
}
