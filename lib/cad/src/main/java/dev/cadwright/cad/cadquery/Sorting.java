package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Python's stable sort by a key. */
final class Sorting {
    private Sorting() {}

    private record Keyed(Value key, Value value) {}

    static List<Value> byKey(List<? extends Value> values, Value key, Runtime runtime) {
        List<Keyed> keyed = new ArrayList<>();
        for (Value value : values) {
            keyed.add(new Keyed(runtime.call(key, List.of(value)), value));
        }
        keyed.sort((first, second) -> {
            if (runtime.compare(ComparisonOperator.LESS, first.key, second.key)) {
                return -1;
            }
            return runtime.compare(ComparisonOperator.LESS, second.key, first.key) ? 1 : 0;
        });
        return keyed.stream().map(Keyed::value).toList();
    }
}
