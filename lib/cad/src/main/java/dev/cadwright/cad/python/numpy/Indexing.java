package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.value.EllipsisValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.RangeValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Subscripts of arrays: numbers, slices, lists of numbers, masks, and two of these for a matrix. */
final class Indexing {
    /** The places that one subscript chooses along one axis: one number, a range, or a list of them. */
    private sealed interface Places {
        int[] indices();

        record Single(int index) implements Places {
            @Override
            public int[] indices() {
                return new int[] {index};
            }
        }

        record Sliced(RangeValue range) implements Places {
            @Override
            public int[] indices() {
                return IntStream.range(0, (int) range.size())
                        .map(i -> (int) range.get(i))
                        .toArray();
            }
        }

        record Listed(int[] indices) implements Places {}
    }

    private Indexing() {}

    static Value get(Array array, Value key, Runtime runtime) {
        if (key instanceof Array mask && mask.kind() == Kind.BOOL && !array.isVector()) {
            return Array.vector(chosen(array, mask), array.kind());
        }
        List<Value> keys = keys(array, key);
        Places columns = places(keys.getLast(), array.columns(), runtime);
        if (array.isVector()) {
            return columns instanceof Places.Single(int index) ? array.item(index) : columns(array, columns, runtime);
        }
        Places rows = places(keys.getFirst(), array.rows(), runtime);
        requireOneList(rows, columns);
        if (rows instanceof Places.Single(int row)) {
            return columns instanceof Places.Single(int column)
                    ? array.item(row * array.columns() + column)
                    : columns(array.row(row), columns, runtime);
        }
        return columns instanceof Places.Single(int column)
                ? columns(array.column(column), rows, runtime)
                : rows(columns(array, columns, runtime), rows, runtime);
    }

    private static void requireOneList(Places rows, Places columns) {
        if (rows instanceof Places.Listed && columns instanceof Places.Listed) {
            throw new UnsupportedConstruct("a subscript of two lists", "take the items one by one");
        }
    }

    private static Array rows(Array array, Places rows, Runtime runtime) {
        return columns(array.transposed(), rows, runtime).transposed();
    }

    /** The chosen columns, or items of a vector: a view for a slice, a copy for a list. */
    private static Array columns(Array array, Places columns, Runtime runtime) {
        if (columns instanceof Places.Sliced(RangeValue range)) {
            runtime.allocate(64);
            return array.columns(range);
        }
        int[] indices = columns.indices();
        int rows = array.isVector() ? 1 : array.rows();
        double[] data = Conversion.allocate((long) rows * indices.length, runtime);
        for (int i = 0; i < data.length; i++) {
            data[i] = array.at(i / indices.length * array.columns() + indices[i % indices.length]);
        }
        return new Array(data, array.isVector() ? -1 : rows, indices.length, array.kind());
    }

    private static double[] chosen(Array array, Array mask) {
        if (!array.hasShapeOf(mask)) {
            throw PythonError.indexError("boolean index did not match indexed array");
        }
        return IntStream.range(0, array.size())
                .filter(i -> mask.at(i) != 0)
                .mapToDouble(i -> array.at(i))
                .toArray();
    }

    static void set(Array array, Value key, Value value, Runtime runtime) {
        Array given = Conversion.array(value, runtime);
        // The values may be numbers of this very array.
        Array values = given.size() == 1 ? given : (Array) given.copy(runtime);
        if (key instanceof Array mask && mask.kind() == Kind.BOOL && array.hasShapeOf(mask)) {
            setMasked(array, mask, values);
            return;
        }
        List<Value> keys = keys(array, key);
        Places down = array.isVector() ? new Places.Single(0) : places(keys.getFirst(), array.rows(), runtime);
        Places across = places(keys.getLast(), array.columns(), runtime);
        requireOneList(down, across);
        int[] rows = down.indices();
        int[] columns = across.indices();
        boolean fits =
                values.size() == 1 || values.size() == columns.length || values.size() == rows.length * columns.length;
        if (!fits) {
            throw PythonError.valueError(
                    "could not broadcast input array into shape (" + rows.length + "," + columns.length + ")");
        }
        int next = 0;
        for (int row : rows) {
            for (int column : columns) {
                array.put(row * array.columns() + column, at(values, next++));
            }
        }
    }

    private static void setMasked(Array array, Array mask, Array values) {
        int[] chosen =
                IntStream.range(0, array.size()).filter(i -> mask.at(i) != 0).toArray();
        if (values.size() != 1 && values.size() != chosen.length) {
            throw PythonError.valueError("NumPy boolean array indexing assignment cannot assign " + values.size()
                    + " input values to the " + chosen.length + " output values where the mask is true");
        }
        for (int i = 0; i < chosen.length; i++) {
            array.put(chosen[i], at(values, i));
        }
    }

    private static double at(Array values, int index) {
        return values.at(index % values.size());
    }

    private static List<Value> keys(Array array, Value key) {
        Value all = new SliceValue(NoneValue.NONE, NoneValue.NONE, NoneValue.NONE);
        List<Value> given = key instanceof TupleValue tuple ? tuple.items() : List.of(key);
        int dimensions = array.isVector() ? 1 : 2;
        if (given.contains(NoneValue.NONE)) {
            throw new UnsupportedConstruct("a subscript None", "use reshape");
        }
        if (given.size() > dimensions || given.isEmpty()) {
            throw PythonError.indexError("too many indices for array: array is " + dimensions + "-dimensional, but "
                    + given.size() + " were indexed");
        }
        return given.size() == dimensions ? given : List.of(given.getFirst(), all);
    }

    private static Places places(Value key, int size, Runtime runtime) {
        return switch (key) {
            case IntValue number -> new Places.Single(index(number, size));
            case SliceValue slice -> new Places.Sliced((RangeValue) runtime.index(new RangeValue(0, size, 1), slice));
            case EllipsisValue all ->
                places(new SliceValue(NoneValue.NONE, NoneValue.NONE, NoneValue.NONE), size, runtime);
            case ListValue list -> places(Conversion.array(list, runtime), size);
            case Array array -> places(array, size);
            default ->
                throw PythonError.indexError("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`)"
                        + " and integer or boolean arrays are valid indices");
        };
    }

    private static Places places(Array array, int size) {
        if (array.kind() == Kind.BOOL) {
            if (array.size() != size) {
                throw PythonError.indexError("boolean index did not match indexed array along axis 0; size of axis is "
                        + size + " but size of corresponding boolean axis is " + array.size());
            }
            return new Places.Listed(
                    IntStream.range(0, size).filter(i -> array.at(i) != 0).toArray());
        }
        int[] indices = new int[array.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = index(IntValue.of((long) array.at(i)), size);
        }
        return new Places.Listed(indices);
    }

    private static int index(IntValue number, int size) {
        long index = number.isLong() ? number.longValue() : Long.MAX_VALUE;
        long counted = index < 0 ? index + size : index;
        if (counted < 0 || counted >= size) {
            throw PythonError.indexError("index " + number + " is out of bounds for axis 0 with size " + size);
        }
        return (int) counted;
    }
}
