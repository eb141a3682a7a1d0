package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Products, permutations and combinations, in the order of Python's {@code itertools}. */
final class Arrangements {
    /** Whether indices that were counted up are one of the arrangements wanted. */
    @FunctionalInterface
    private interface Choice {
        boolean accepts(int[] indices);
    }

    private static final int MOST_PLACES = 1000;

    private Arrangements() {}

    static void addTo(Map<String, Value> all) {
        IterToolsModule.define(all, "product", "*iterables, repeat=1", Arrangements::product);
        IterToolsModule.define(
                all,
                "permutations",
                "iterable, r=None",
                call -> chosen("permutations", call, Arrangements::areDistinct));
        IterToolsModule.define(
                all, "combinations", "iterable, r", call -> chosen("combinations", call, Arrangements::rise));
        IterToolsModule.define(
                all,
                "combinations_with_replacement",
                "iterable, r",
                call -> chosen("combinations_with_replacement", call, Arrangements::neverFall));
    }

    private static Value product(Arguments call) {
        long repeat = call.integer("repeat");
        List<List<Value>> pools = new ArrayList<>();
        call.rest("iterables").forEach(iterable -> pools.add(call.runtime().list(iterable)));
        requirePlaces(repeat * pools.size());
        List<List<Value>> places = new ArrayList<>();
        for (long i = 0; i < repeat; i++) {
            places.addAll(pools);
        }
        return counted("product", places, indices -> true, call.runtime());
    }

    private static Value chosen(String name, Arguments call, Choice choice) {
        List<Value> pool = call.list("iterable");
        long places = call.isNone("r") ? pool.size() : call.integer("r");
        if (places < 0) {
            throw PythonError.valueError("r must be non-negative");
        }
        requirePlaces(places);
        List<List<Value>> pools = new ArrayList<>();
        for (long i = 0; i < places; i++) {
            pools.add(pool);
        }
        return counted(name, pools, choice, call.runtime());
    }

    private static void requirePlaces(long places) {
        if (places > MOST_PLACES) {
            throw PythonError.valueError("more than " + MOST_PLACES + " places");
        }
    }

    /** Counts through all indices with the last running fastest, and keeps those that are accepted. */
    private static Value counted(String name, List<List<Value>> pools, Choice choice, Runtime runtime) {
        return IterToolsModule.lazy(name, new Pulled() {
            private int[] indices = pools.stream().anyMatch(List::isEmpty) ? null : new int[pools.size()];
            private boolean first = true;

            @Override
            Value pull() {
                while (indices != null) {
                    runtime.step(1);
                    if (!first && !advance()) {
                        indices = null;
                        return null;
                    }
                    first = false;
                    if (choice.accepts(indices)) {
                        return taken();
                    }
                }
                return null;
            }

            private boolean advance() {
                for (int place = indices.length - 1; place >= 0; place--) {
                    if (++indices[place] < pools.get(place).size()) {
                        return true;
                    }
                    indices[place] = 0;
                }
                return false;
            }

            private Value taken() {
                runtime.allocate(8L * indices.length);
                List<Value> items = new ArrayList<>(indices.length);
                for (int place = 0; place < indices.length; place++) {
                    items.add(pools.get(place).get(indices[place]));
                }
                return new TupleValue(items);
            }
        });
    }

    private static boolean areDistinct(int[] indices) {
        for (int i = 0; i < indices.length; i++) {
            for (int j = 0; j < i; j++) {
                if (indices[i] == indices[j]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean rise(int[] indices) {
        for (int i = 1; i < indices.length; i++) {
            if (indices[i] <= indices[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static boolean neverFall(int[] indices) {
        for (int i = 1; i < indices.length; i++) {
            if (indices[i] < indices[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
