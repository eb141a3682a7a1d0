package dev.cadwright.cad.python.value;

import java.util.Iterator;
import java.util.Objects;

/** An iterator or a generator; it yields its values once. Two of them are equal only when they are the same. */
public final class IteratorValue implements Value {
    private final String typeName;
    private final Iterator<Value> values;

    public IteratorValue(String typeName, Iterator<Value> values) {
        this.typeName = Objects.requireNonNull(typeName, "typeName");
        this.values = Objects.requireNonNull(values, "values");
    }

    public Iterator<Value> values() {
        return values;
    }

    @Override
    public String typeName() {
        return typeName;
    }
}
