package dev.cadwright.cad.python.value;

import java.util.Arrays;
import java.util.List;

/**
 * A tuple.
 *
 * @param form the named tuple's class of which it is, null for a plain tuple
 */
public record TupleValue(List<Value> items, TupleForm form) implements Value {
    public static final TupleValue EMPTY = new TupleValue(List.of());

    public TupleValue {
        items = List.copyOf(items);
    }

    public TupleValue(List<Value> items) {
        this(items, null);
    }

    public static TupleValue of(Value... items) {
        return new TupleValue(Arrays.asList(items));
    }

    /** A tuple of floats, as points are. */
    public static TupleValue of(double... numbers) {
        return new TupleValue(
                Arrays.stream(numbers).<Value>mapToObj(FloatValue::new).toList());
    }

    public int size() {
        return items.size();
    }

    public Value get(int index) {
        return items.get(index);
    }

    @Override
    public String typeName() {
        return form == null ? "tuple" : form.name();
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof TupleValue tuple && items.equals(tuple.items));
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }
}
