package dev.cadwright.cad.python.numpy;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.syntax.UnaryOperator;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A {@code numpy.ndarray} of one or two dimensions. All numbers are held as doubles, row by row; the kind says what its
 * items are to the program. Parts of an array are copies, where numpy's are views.
 */
final class Array implements HostObject {
    /** What the items are. */
    enum Kind {
        BOOL,
        INT,
        FLOAT
    }

    private final double[] data;
    private final int rows;
    private final int columns;
    private final Kind kind;

    /** @param rows −1 for a vector */
    Array(double[] data, int rows, int columns, Kind kind) {
        this.data = data;
        this.rows = rows;
        this.columns = columns;
        this.kind = kind;
    }

    static Array vector(double[] data, Kind kind) {
        return new Array(data, -1, data.length, kind);
    }

    static Array vector(double... data) {
        return vector(data, Kind.FLOAT);
    }

    double[] data() {
        return data;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    Kind kind() {
        return kind;
    }

    boolean isVector() {
        return rows < 0;
    }

    int size() {
        return data.length;
    }

    /** An array of this one's shape. */
    Array like(double[] values, Kind ofKind) {
        return new Array(values, rows, columns, ofKind);
    }

    boolean hasShapeOf(Array other) {
        return rows == other.rows && columns == other.columns;
    }

    /** An item as the program sees it. */
    Value item(int index) {
        return scalar(data[index], kind);
    }

    static Value scalar(double value, Kind kind) {
        return switch (kind) {
            case BOOL -> BoolValue.of(value != 0);
            case INT -> IntValue.of((long) value);
            case FLOAT -> new FloatValue(value);
        };
    }

    Array row(int index) {
        double[] row = new double[columns];
        System.arraycopy(data, index * columns, row, 0, columns);
        return vector(row, kind);
    }

    /** The items, or the rows of a matrix. */
    List<Value> parts() {
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < (isVector() ? columns : rows); i++) {
            parts.add(isVector() ? item(i) : row(i));
        }
        return parts;
    }

    /** As a list, or a list of lists. */
    ListValue toList() {
        return new ListValue(parts().stream()
                .map(part -> part instanceof Array row ? row.toList() : part)
                .toList());
    }

    @Override
    public HostType type() {
        return ArrayType.TYPE;
    }

    @Override
    public Optional<Value> binary(BinaryOperator operator, Value other, boolean reflected, Runtime runtime) {
        return Elementwise.binary(operator, this, other, reflected, runtime);
    }

    @Override
    public Optional<Value> unary(UnaryOperator operator, Runtime runtime) {
        return switch (operator) {
            case PLUS -> Optional.of(this);
            case MINUS -> Optional.of(Elementwise.map(this, x -> -x, kind, runtime));
            case INVERT ->
                kind == Kind.FLOAT
                        ? Optional.empty()
                        : Optional.of(Elementwise.map(this, x -> kind == Kind.BOOL ? 1 - x : -x - 1, kind, runtime));
        };
    }

    @Override
    public Optional<Value> compare(ComparisonOperator operator, Value other, Runtime runtime) {
        return Elementwise.compare(operator, this, other, runtime);
    }

    @Override
    public Optional<Value> index(Value key, Runtime runtime) {
        return Optional.of(Indexing.get(this, key, runtime));
    }

    @Override
    public boolean setIndex(Value key, Value value, Runtime runtime) {
        Indexing.set(this, key, value, runtime);
        return true;
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        runtime.allocate(8L * size());
        return Optional.of(parts().iterator());
    }

    @Override
    public Optional<Long> length(Runtime runtime) {
        return Optional.of((long) (isVector() ? columns : rows));
    }

    @Override
    public boolean truth(Runtime runtime) {
        if (size() == 1) {
            return data[0] != 0;
        }
        if (size() == 0) {
            return false;
        }
        throw PythonError.valueError(
                "The truth value of an array with more than one element is ambiguous." + " Use a.any() or a.all()");
    }

    @Override
    public Value copy(Runtime runtime) {
        runtime.allocate(8L * size());
        return like(data.clone(), kind);
    }

    /** With the digits of Python's floats, where numpy shortens and aligns them. */
    @Override
    public String repr(Runtime runtime) {
        return "array(" + runtime.repr(toList()) + ")";
    }

    @Override
    public String str(Runtime runtime) {
        return runtime.repr(toList()).replace(", ", " ");
    }

    @Override
    public int hashCode() {
        throw PythonError.typeError("unhashable type: 'numpy.ndarray'");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}
