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
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Subscripts of arrays: numbers, slices, lists of numbers, masks, and two of these for a matrix. */
final class Indexing {
    /** The places that one subscript chooses along one axis; single for a plain number. */
    private record Places(int[] indices, boolean single) {}

    private Indexing() {}

    static Value get(Array array, Value key, Runtime runtime) {
        if (key instanceof Array mask && mask.kind() == Kind.BOOL && !array.isVector()) {
            return Array.vector(chosen(array, mask), array.kind());
        }
        List<Value> keys = keys(array, key);
        if (array.isVector()) {
            Places places = places(keys.getFirst(), array.columns(), runtime);
            return places.single() ? array.item(places.indices()[0]) : taken(array, places, runtime);
        }
        Places rows = places(keys.get(0), array.rows(), runtime);
        Places columns = places(keys.get(1), array.columns(), runtime);
        if (rows.single() && columns.single()) {
            return array.item(rows.indices()[0] * array.columns() + columns.indices()[0]);
        }
        double[] data = Conversion.allocate((long) rows.indices().length * columns.indices().length, runtime);
        int next = 0;
        for (int row : rows.indices()) {
            for (int column : columns.indices()) {
                data[next++] = array.data()[row * array.columns() + column];
            }
        }
        return rows.single() || columns.single()
                ? Array.vector(data, array.kind())
                : new Array(data, rows.indices().length, columns.indices().length, array.kind());
    }

    private static Array taken(Array array, Places places, Runtime runtime) {
        double[] data = Conversion.allocate(places.indices().length, runtime);
        for (int i = 0; i < data.length; i++) {
            data[i] = array.data()[places.indices()[i]];
        }
        return Array.vector(data, array.kind());
    }

    private static double[] chosen(Array array, Array mask) {
        if (!array.hasShapeOf(mask)) {
            throw PythonError.indexError("boolean index did not match indexed array");
        }
        return IntStream.range(0, array.size())
                .filter(i -> mask.data()[i] != 0)
                .mapToDouble(i -> array.data()[i])
                .toArray();
    }

    static void set(Array array, Value key, Value value, Runtime runtime) {
        Array values = Conversion.array(value, runtime);
        if (key instanceof Array mask && mask.kind() == Kind.BOOL && array.hasShapeOf(mask)) {
            int next = 0;
            for (int i = 0; i < array.size(); i++) {
                if (mask.data()[i] != 0) {
                    array.data()[i] = at(values, next++);
                }
            }
            return;
        }
        List<Value> keys = keys(array, key);
        int[] rows = array.isVector()
                ? new int[] {0}
                : places(keys.get(0), array.rows(), runtime).indices();
        int[] columns = places(keys.getLast(), array.columns(), runtime).indices();
        boolean fits =
                values.size() == 1 || values.size() == columns.length || values.size() == rows.length * columns.length;
        if (!fits) {
            throw PythonError.valueError(
                    "could not broadcast input array into shape (" + rows.length + "," + columns.length + ")");
        }
        int next = 0;
        for (int row : rows) {
            for (int column : columns) {
                array.data()[row * array.columns() + column] = at(values, next++);
            }
        }
    }

    private static double at(Array values, int index) {
        return values.data()[index % values.size()];
    }

    private static List<Value> keys(Array array, Value key) {
        Value all = new SliceValue(NoneValue.NONE, NoneValue.NONE, NoneValue.NONE);
        List<Value> given = key instanceof TupleValue tuple ? tuple.items() : List.of(key);
        int dimensions = array.isVector() ? 1 : 2;
        if (given.size() > dimensions || given.isEmpty()) {
            throw PythonError.indexError("too many indices for array: array is " + dimensions + "-dimensional, but "
                    + given.size() + " were indexed");
        }
        return given.size() == dimensions ? given : List.of(given.getFirst(), all);
    }

    private static Places places(Value key, int size, Runtime runtime) {
        return switch (key) {
            case IntValue number -> new Places(new int[] {index(number, size)}, true);
            case SliceValue slice -> {
                RangeValue range = (RangeValue) runtime.index(new RangeValue(0, size, 1), slice);
                int[] indices = new int[(int) range.size()];
                for (int i = 0; i < indices.length; i++) {
                    indices[i] = (int) range.get(i);
                }
                yield new Places(indices, false);
            }
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
            return new Places(
                    IntStream.range(0, Math.min(size, array.size()))
                            .filter(i -> array.data()[i] != 0)
                            .toArray(),
                    false);
        }
        int[] indices = new int[array.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = index(IntValue.of((long) array.data()[i]), size);
        }
        return new Places(indices, false);
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
