package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Stable sorting by {@code <} alone; an inconsistent order gives some order and never an error. */
final class Sorting {
    private record Keyed(Value key, Value value) {}

    private final Runtime runtime;

    private Sorting(Runtime runtime) {
        this.runtime = runtime;
    }

    /** A sorted copy. @param key a function or None */
    static List<Value> sorted(List<Value> items, Value key, boolean reverse, Runtime runtime) {
        Sequences.charge(runtime, 2L * items.size());
        List<Keyed> keyed = new ArrayList<>(items.size());
        for (Value item : items) {
            keyed.add(new Keyed(key == NoneValue.NONE ? item : runtime.call(key, List.of(item)), item));
        }
        List<Keyed> ordered = reverse ? Sequences.reversed(keyed) : keyed;
        ordered = new Sorting(runtime).merge(ordered);
        List<Value> sorted = new ArrayList<>(items.size());
        for (Keyed item : reverse ? Sequences.reversed(ordered) : ordered) {
            sorted.add(item.value());
        }
        return sorted;
    }

    private List<Keyed> merge(List<Keyed> items) {
        if (items.size() < 2) {
            return items;
        }
        List<Keyed> left = merge(items.subList(0, items.size() / 2));
        List<Keyed> right = merge(items.subList(items.size() / 2, items.size()));
        List<Keyed> merged = new ArrayList<>(items.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            runtime.step(1);
            boolean rightFirst = runtime.compare(
                    ComparisonOperator.LESS, right.get(j).key(), left.get(i).key());
            merged.add(rightFirst ? right.get(j++) : left.get(i++));
        }
        merged.addAll(left.subList(i, left.size()));
        merged.addAll(right.subList(j, right.size()));
        return merged;
    }
}
