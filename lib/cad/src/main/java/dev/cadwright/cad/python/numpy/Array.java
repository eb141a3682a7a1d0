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
import dev.cadwright.cad.python.value.RangeValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A {@code numpy.ndarray} of one or two dimensions. All numbers are held as doubles; the kind says what its items are to
 * the program. Items are counted row by row. Rows, slices and transposed arrays are views, as numpy's are: they hold the
 * numbers of the array that they were taken from.
 */
final class Array implements HostObject {
    /** What the items are. */
    enum Kind {
        BOOL,
        INT,
        FLOAT
    }

    private final double[] storage;
    private final Layout layout;
    private final Kind kind;

    /** @param rows −1 for a vector */
    Array(double[] data, int rows, int columns, Kind kind) {
        this(data, Layout.of(rows, columns), kind);
    }

    private Array(double[] storage, Layout layout, Kind kind) {
        this.storage = storage;
        this.layout = layout;
        this.kind = kind;
    }

    static Array vector(double[] data, Kind kind) {
        return new Array(data, -1, data.length, kind);
    }

    static Array vector(double... data) {
        return vector(data, Kind.FLOAT);
    }

    /** The items row by row, to be read: the array's own numbers where they lie so, else a copy. */
    double[] values() {
        if (layout.isContiguous() && layout.offset() == 0 && size() == storage.length) {
            return storage;
        }
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(i);
        }
        return values;
    }

    double at(int index) {
        return storage[layout.place(index)];
    }

    /** Stores a number as this array's kind of item. */
    void put(int index, double value) {
        storage[layout.place(index)] = switch (kind) {
            case BOOL -> value != 0 ? 1 : 0;
            case INT -> value < 0 ? Math.ceil(value) : Math.floor(value);
            case FLOAT -> value;
        };
    }

    int rows() {
        return layout.rows();
    }

    int columns() {
        return layout.columns();
    }

    Kind kind() {
        return kind;
    }

    boolean isVector() {
        return layout.isVector();
    }

    int size() {
        return layout.size();
    }

    /** An array of this one's shape. */
    Array like(double[] values, Kind ofKind) {
        return new Array(values, rows(), columns(), ofKind);
    }

    boolean hasShapeOf(Array other) {
        return rows() == other.rows() && columns() == other.columns();
    }

    /** An item as the program sees it. */
    Value item(int index) {
        return scalar(at(index), kind);
    }

    static Value scalar(double value, Kind kind) {
        return switch (kind) {
            case BOOL -> BoolValue.of(value != 0);
            case INT -> IntValue.of((long) value);
            case FLOAT -> new FloatValue(value);
        };
    }

    private Array view(Layout of) {
        return new Array(storage, of, kind);
    }

    Array row(int index) {
        return view(layout.row(index));
    }

    Array column(int index) {
        return view(layout.column(index));
    }

    /** The columns that a range names; of a vector, the items. */
    Array columns(RangeValue range) {
        return view(layout.columns(range));
    }

    Array transposed() {
        return isVector() ? this : view(layout.transposed());
    }

    /** Backwards along all axes. */
    Array flipped() {
        return view(layout.flipped());
    }

    /** The same items in another shape of this size: a view where they lie row by row, else a copy. */
    Array shaped(int newRows, int newColumns, Runtime runtime) {
        return layout.isContiguous()
                ? view(layout.shaped(newRows, newColumns))
                : new Array(copied(runtime), newRows, newColumns, kind);
    }

    private double[] copied(Runtime runtime) {
        double[] copy = Conversion.allocate(size(), runtime);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = at(i);
        }
        return copy;
    }

    /** The items, or the rows of a matrix. */
    List<Value> parts() {
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < (isVector() ? columns() : rows()); i++) {
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
    public Optional<Value> inPlace(BinaryOperator operator, Value other, Runtime runtime) {
        if (operator == BinaryOperator.MATRIX_MULTIPLY) {
            throw new UnsupportedConstruct("@= on an array", "write a = a @ b");
        }
        Optional<Value> result = binary(operator, other, false, runtime);
        result.ifPresent(value -> Elementwise.store(operator, this, (Array) value));
        return result.map(value -> this);
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
        runtime.allocate(64L * (isVector() ? columns() : rows()));
        return Optional.of(parts().iterator());
    }

    @Override
    public Optional<Long> length(Runtime runtime) {
        return Optional.of((long) (isVector() ? columns() : rows()));
    }

    @Override
    public boolean truth(Runtime runtime) {
        if (size() == 1) {
            return at(0) != 0;
        }
        if (size() == 0) {
            return false;
        }
        throw PythonError.valueError(
                "The truth value of an array with more than one element is ambiguous." + " Use a.any() or a.all()");
    }

    @Override
    public Value copy(Runtime runtime) {
        return like(copied(runtime), kind);
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
