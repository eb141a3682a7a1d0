package dev.cadwright.cad.python.value;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A set or a frozenset. It iterates in the order of insertion, where Python's order is that of hashes. */
public final class SetValue implements Value {
    private final LinkedHashSet<Value> items;
    private final boolean frozen;

    public SetValue(Collection<? extends Value> items, boolean frozen) {
        this.items = new LinkedHashSet<>(items);
        this.frozen = frozen;
    }

    public Set<Value> items() {
        return items;
    }

    public boolean frozen() {
        return frozen;
    }

    @Override
    public String typeName() {
        return frozen ? "frozenset" : "set";
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof SetValue set && items.equals(set.items));
    }

    @Override
    public int hashCode() {
        if (!frozen) {
            throw PythonError.typeError("unhashable type: 'set'");
        }
        return items.hashCode();
    }
}
