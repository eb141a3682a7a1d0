package dev.cadwright.neural.tokenizer.jinja;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A list that is written and compared as Python's tuples are. */
final class Tuple extends AbstractList<Object> {
    private final List<Object> items;

    Tuple(List<Object> items) {
        this.items = items;
    }

    static Tuple of(Object... items) {
        return new Tuple(Collections.unmodifiableList(Arrays.asList(items)));
    }

    @Override
    public Object get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
