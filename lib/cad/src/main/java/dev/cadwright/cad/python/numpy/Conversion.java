package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.numpy.Array.Kind;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Conversions;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;

/** From a program's values to arrays. */
final class Conversion {
    private static final int LARGEST = 1 << 22;

    private Conversion() {}

    /** An array of a number's or an iterable's items; of rows where the items are iterable themselves. */
    static Array array(Value value, Runtime runtime) {
        if (value instanceof Array array) {
            return array;
        }
        if (Numbers.isNumber(value)) {
            return Array.vector(new double[] {number(value)}, kind(value));
        }
        List<Value> items = runtime.list(value);
        boolean matrix = !items.isEmpty() && !Numbers.isNumber(items.getFirst());
        return matrix ? matrix(items, runtime) : vector(items, runtime);
    }

    private static Array vector(List<Value> items, Runtime runtime) {
        double[] data = allocate(items.size(), runtime);
        Kind kind = items.isEmpty() ? Kind.FLOAT : Kind.BOOL;
        for (int i = 0; i < data.length; i++) {
            data[i] = number(items.get(i));
            kind = wider(kind, kind(items.get(i)));
        }
        return Array.vector(data, kind);
    }

    private static Array matrix(List<Value> items, Runtime runtime) {
        List<Array> rows = new ArrayList<>();
        for (Value item : items) {
            rows.add(array(item, runtime));
        }
        return stacked(rows, runtime);
    }

    /** A matrix of rows of one length. */
    static Array stacked(List<Array> rows, Runtime runtime) {
        int columns = rows.getFirst().columns();
        double[] data = allocate((long) rows.size() * columns, runtime);
        Kind kind = Kind.BOOL;
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isVector()) {
                throw dimensions(3);
            }
            if (rows.get(i).columns() != columns) {
                throw PythonError.valueError("setting an array element with a sequence. The requested array has an"
                        + " inhomogeneous shape");
            }
            System.arraycopy(rows.get(i).values(), 0, data, i * columns, columns);
            kind = wider(kind, rows.get(i).kind());
        }
        return new Array(data, rows.size(), columns, kind);
    }

    static double[] allocate(long size, Runtime runtime) {
        runtime.allocate(64 + 8 * size);
        runtime.step(size / 8);
        if (size > LARGEST || size < 0) {
            throw new UnsupportedConstruct("an array of more than " + LARGEST + " items", "");
        }
        return new double[(int) size];
    }

    static UnsupportedConstruct dimensions(int count) {
        return new UnsupportedConstruct("an array of " + count + " dimensions", "an array has one or two");
    }

    static double number(Value value) {
        return Conversions.number(value, "an item of an array");
    }

    static Kind kind(Value value) {
        return value instanceof BoolValue ? Kind.BOOL : value instanceof IntValue ? Kind.INT : Kind.FLOAT;
    }

    static Kind wider(Kind a, Kind b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
