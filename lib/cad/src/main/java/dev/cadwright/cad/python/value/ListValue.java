package dev.cadwright.cad.python.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A list; the Java list is live, so that whoever adds to it charges the {@link Runtime} for the memory. */
public final class ListValue implements Value {
    private final ArrayList<Value> items;

    public ListValue(Collection<? extends Value> items) {
        this.items = new ArrayList<>(items);
    }

    public ListValue() {
        this.items = new ArrayList<>();
    }

    public List<Value> items() {
        return items;
    }

    @Override
    public String typeName() {
        return "list";
    }

    @Override
    public boolean equals(Object other) {
        return other == this || (other instanceof ListValue list && items.equals(list.items));
    }

    @Override
    public int hashCode() {
        throw PythonError.typeError("unhashable type: 'list'");
    }
}
