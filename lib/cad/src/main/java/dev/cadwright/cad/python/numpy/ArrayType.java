package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The attributes and methods of arrays. */
final class ArrayType {
    static final HostType TYPE = build();

    private ArrayType() {}

    private static HostType build() {
        HostTypeBuilder<Array> type = HostType.named("numpy.ndarray", Array.class)
                .property("shape", ArrayType::shape)
                .property("ndim", self -> IntValue.of(self.isVector() ? 1 : 2))
                .property("size", self -> IntValue.of(self.size()))
                .property("T", Array::transposed)
                .property("dtype", self -> new StrValue(typeName(self)));
        define(type, "tolist", "", (self, call) -> {
            call.runtime().allocate(24L * self.size());
            return self.toList();
        });
        define(type, "copy", "* | order", (self, call) -> self.copy(call.runtime()));
        define(type, "flatten", "* | order", (self, call) -> flat(self, call.runtime()));
        define(type, "ravel", "* | order", (self, call) -> self.shaped(-1, self.size(), call.runtime()));
        define(
                type,
                "reshape",
                "*shape | order, copy",
                (self, call) -> reshaped(self, call.rest("shape"), call.runtime()));
        define(type, "transpose", "*axes", (self, call) -> {
            if (!call.rest("axes").isEmpty()) {
                throw new UnsupportedConstruct("numpy.ndarray.transpose(axes)", "write it without this argument");
            }
            return self.transposed();
        });
        define(
                type,
                "dot",
                "b | out",
                (self, call) ->
                        LinearAlgebra.product(self, Conversion.array(call.at(0), call.runtime()), call.runtime()));
        define(
                type,
                "astype",
                "dtype | order, casting, subok, copy",
                (self, call) -> ofType(self, call.at(0), call.runtime()));
        define(type, "round", "decimals=0 | out", ArrayType::rounded);
        define(type, "clip", "min=None, max=None | out", (self, call) -> clipped(self, call, "min", "max"));
        define(type, "item", "", (self, call) -> {
            if (self.size() != 1) {
                throw PythonError.valueError("can only convert an array of size 1 to a Python scalar");
            }
            return self.item(0);
        });
        define(type, "fill", "value, /", (self, call) -> {
            double value = call.number("value");
            IntStream.range(0, self.size()).forEach(i -> self.put(i, value));
            return NoneValue.NONE;
        });
        define(type, "cumsum", "axis=None | dtype, out", ArrayType::cumulated);
        define(type, "sort", "axis=-1 | kind, order, stable", (self, call) -> {
            Array sorted = Sorting.sorted(self, Reductions.axis(self, call), call.runtime());
            IntStream.range(0, self.size()).forEach(i -> self.put(i, sorted.at(i)));
            return NoneValue.NONE;
        });
        Reductions.ALL.forEach((name, reduction) -> define(
                type,
                name,
                reduction.parameters(),
                (self, call) -> Reductions.reduce(self, call, reduction.function(), reduction.kind())));
        return type.build();
    }

    private static void define(
            HostTypeBuilder<Array> type, String name, String parameters, HostMethod.Body<Array> body) {
        NotDone notDone = NotDone.of(parameters);
        type.method(name, notDone.signature(), (self, call) -> {
            notDone.require(call);
            return body.call(self, call);
        });
    }

    static Value shape(Array array) {
        return array.isVector()
                ? TupleValue.of(IntValue.of(array.columns()))
                : TupleValue.of(IntValue.of(array.rows()), IntValue.of(array.columns()));
    }

    static String typeName(Array array) {
        return array.kind() == Kind.BOOL ? "bool" : array.kind().name().toLowerCase(Locale.ROOT) + "64";
    }

    static Array flat(Array array, Runtime runtime) {
        return ((Array) array.copy(runtime)).shaped(-1, array.size(), runtime);
    }

    static Array reshaped(Array array, List<Value> given, Runtime runtime) {
        List<Value> shape =
                given.size() == 1 && !(given.getFirst() instanceof IntValue) ? runtime.list(given.getFirst()) : given;
        long[] sizes =
                shape.stream().mapToLong(size -> (long) Conversion.number(size)).toArray();
        if (sizes.length < 1 || sizes.length > 2) {
            throw Conversion.dimensions(sizes.length);
        }
        long known = Arrays.stream(sizes).filter(size -> size >= 0).reduce(1, (x, y) -> x * y);
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = sizes[i] == -1 && known > 0 ? array.size() / known : sizes[i];
        }
        long total = sizes.length == 1 ? sizes[0] : sizes[0] * sizes[1];
        boolean sound = Arrays.stream(sizes).allMatch(size -> size >= 0 && size <= array.size());
        if (!sound || total != array.size()) {
            throw PythonError.valueError("cannot reshape array of size " + array.size() + " into shape "
                    + runtime.repr(new TupleValue(shape)));
        }
        return sizes.length == 1
                ? array.shaped(-1, (int) sizes[0], runtime)
                : array.shaped((int) sizes[0], (int) sizes[1], runtime);
    }

    static Array ofType(Array array, Value type, Runtime runtime) {
        return switch (NumpyModule.kindOf(type, runtime)) {
            case BOOL -> Elementwise.map(array, x -> x != 0 ? 1 : 0, Kind.BOOL, runtime);
            case INT -> Elementwise.map(array, x -> x < 0 ? Math.ceil(x) : Math.floor(x), Kind.INT, runtime);
            case FLOAT -> Elementwise.map(array, x -> x, Kind.FLOAT, runtime);
        };
    }

    static Array rounded(Array array, Arguments call) {
        double scale = StrictMath.pow(10, call.integer("decimals"));
        return Elementwise.map(array, x -> Math.rint(x * scale) / scale, array.kind(), call.runtime());
    }

    static Array clipped(Array array, Arguments call, String low, String high) {
        double least = call.isNone(low) ? Double.NEGATIVE_INFINITY : call.number(low);
        double most = call.isNone(high) ? Double.POSITIVE_INFINITY : call.number(high);
        return Elementwise.map(array, x -> Math.min(most, Math.max(least, x)), array.kind(), call.runtime());
    }

    static Array cumulated(Array array, Arguments call) {
        if (!call.isNone("axis") && Reductions.axis(array, call) >= 0 && !array.isVector()) {
            throw new UnsupportedConstruct("numpy.cumsum of a matrix along an axis", "sum its rows one by one");
        }
        double[] sums = Conversion.allocate(array.size(), call.runtime());
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += array.at(i);
            sums[i] = sum;
        }
        return Array.vector(sums, array.kind());
    }
}
