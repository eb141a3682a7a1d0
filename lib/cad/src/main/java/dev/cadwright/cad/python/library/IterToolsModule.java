package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The module {@code itertools}; the combinations are in {@link Arrangements}. */
final class IterToolsModule {
    static final ModuleValue MODULE = new ModuleValue("itertools", attributes());

    private IterToolsModule() {}

    private static Map<String, Value> attributes() {
        Map<String, Value> all = new LinkedHashMap<>();
        define(all, "count", "start=0, step=1", IterToolsModule::count);
        define(all, "cycle", "iterable, /", IterToolsModule::cycle);
        define(all, "repeat", "object, times=None", IterToolsModule::repeat);
        define(all, "accumulate", "iterable, func=None, *, initial=None", IterToolsModule::accumulate);
        define(all, "islice", "iterable, *bounds", IterToolsModule::slice);
        define(all, "zip_longest", "*iterables, fillvalue=None", IterToolsModule::zipLongest);
        define(all, "pairwise", "iterable, /", IterToolsModule::pairs);
        define(all, "starmap", "function, iterable, /", IterToolsModule::starMap);
        define(all, "takewhile", "predicate, iterable, /", call -> whileHolds(call, true));
        define(all, "dropwhile", "predicate, iterable, /", call -> whileHolds(call, false));
        define(all, "filterfalse", "predicate, iterable, /", IterToolsModule::filterFalse);
        define(all, "groupby", "iterable, key=None", IterToolsModule::groups);
        define(all, "tee", "iterable, n=2, /", IterToolsModule::tee);
        all.put("chain", Chain.TYPE);
        Arrangements.addTo(all);
        return all;
    }

    static void define(Map<String, Value> all, String name, String parameters, HostFunction.Body body) {
        all.put(name, HostFunction.of(name, parameters, body));
    }

    static IteratorValue lazy(String name, Pulled values) {
        return new IteratorValue("itertools." + name, values);
    }

    private static Value count(Arguments call) {
        Runtime runtime = call.runtime();
        Value step = call.at(1);
        return lazy("count", new Pulled() {
            private Value next = call.at(0);

            @Override
            Value pull() {
                Value current = next;
                next = runtime.binary(BinaryOperator.ADD, current, step);
                return current;
            }
        });
    }

    private static Value cycle(Arguments call) {
        List<Value> items = call.list("iterable");
        return lazy("cycle", new Pulled() {
            private int index;

            @Override
            Value pull() {
                return items.isEmpty() ? null : items.get(index++ % items.size());
            }
        });
    }

    private static Value repeat(Arguments call) {
        long times = call.isNone("times") ? Long.MAX_VALUE : call.integer("times");
        return lazy("repeat", new Pulled() {
            private long done;

            @Override
            Value pull() {
                return done++ < times ? call.at(0) : null;
            }
        });
    }

    private static Value accumulate(Arguments call) {
        Runtime runtime = call.runtime();
        Iterator<Value> items = runtime.iterate(call.at(0));
        return lazy("accumulate", new Pulled() {
            private Value total = call.isNone("initial") ? null : call.value("initial");
            private boolean started = total == null;

            @Override
            Value pull() {
                if (!started) {
                    started = true;
                    return total;
                }
                if (!items.hasNext()) {
                    return null;
                }
                Value item = items.next();
                total = total == null ? item : combined(item);
                return total;
            }

            private Value combined(Value item) {
                return call.isNone("func")
                        ? runtime.binary(BinaryOperator.ADD, total, item)
                        : runtime.call(call.value("func"), List.of(total, item));
            }
        });
    }

    private static Value slice(Arguments call) {
        List<Value> bounds = call.rest("bounds");
        boolean stopOnly = bounds.size() == 1;
        long start = stopOnly || bounds.isEmpty() ? 0 : bound(bounds.getFirst(), 0);
        long stop = bounds.isEmpty() ? 0 : bound(bounds.get(stopOnly ? 0 : 1), Long.MAX_VALUE);
        long step = bounds.size() > 2 ? Math.max(1, bound(bounds.get(2), 1)) : 1;
        Iterator<Value> items = call.runtime().iterate(call.at(0));
        return lazy("islice", new Pulled() {
            private long index;
            private long wanted = start;

            @Override
            Value pull() {
                while (wanted < stop && items.hasNext()) {
                    Value item = items.next();
                    if (index++ == wanted) {
                        wanted += step;
                        return item;
                    }
                }
                return null;
            }
        });
    }

    private static long bound(Value value, long absent) {
        return value == NoneValue.NONE
                ? absent
                : Math.max(0, NumberFunctions.whole(value).longValue());
    }

    private static Value zipLongest(Arguments call) {
        List<Iterator<Value>> all = new ArrayList<>();
        call.rest("iterables").forEach(iterable -> all.add(call.runtime().iterate(iterable)));
        return lazy("zip_longest", new Pulled() {
            @Override
            Value pull() {
                if (all.stream().noneMatch(Iterator::hasNext)) {
                    return null;
                }
                List<Value> items = new ArrayList<>();
                all.forEach(values -> items.add(values.hasNext() ? values.next() : call.value("fillvalue")));
                call.runtime().allocate(Footprint.CONTAINER);
                return new TupleValue(items);
            }
        });
    }

    private static Value pairs(Arguments call) {
        Iterator<Value> items = call.runtime().iterate(call.at(0));
        return lazy("pairwise", new Pulled() {
            private Value before = items.hasNext() ? items.next() : null;

            @Override
            Value pull() {
                if (!items.hasNext()) {
                    return null;
                }
                Value first = before;
                before = items.next();
                return TupleValue.of(first, before);
            }
        });
    }

    private static Value starMap(Arguments call) {
        Runtime runtime = call.runtime();
        Iterator<Value> items = runtime.iterate(call.at(1));
        return lazy("starmap", new Pulled() {
            @Override
            Value pull() {
                return items.hasNext() ? runtime.call(call.at(0), runtime.list(items.next())) : null;
            }
        });
    }

    private static Value whileHolds(Arguments call, boolean take) {
        Runtime runtime = call.runtime();
        Iterator<Value> items = runtime.iterate(call.at(1));
        return lazy(take ? "takewhile" : "dropwhile", new Pulled() {
            private boolean holds = true;

            @Override
            Value pull() {
                while (items.hasNext() && (holds || !take)) {
                    Value item = items.next();
                    holds = holds && runtime.truth(runtime.call(call.at(0), List.of(item)));
                    if (holds == take) {
                        return item;
                    }
                }
                return null;
            }
        });
    }

    private static Value filterFalse(Arguments call) {
        Runtime runtime = call.runtime();
        Iterator<Value> items = runtime.iterate(call.at(1));
        return lazy("filterfalse", new Pulled() {
            @Override
            Value pull() {
                while (items.hasNext()) {
                    Value item = items.next();
                    Value answer = call.isNone("predicate") ? item : runtime.call(call.at(0), List.of(item));
                    if (!runtime.truth(answer)) {
                        return item;
                    }
                }
                return null;
            }
        });
    }

    /** Groups are complete lists, where Python's end when the next group begins. */
    private static Value groups(Arguments call) {
        Runtime runtime = call.runtime();
        Iterator<Value> items = runtime.iterate(call.at(0));
        return lazy("groupby", new Pulled() {
            private Value ahead = items.hasNext() ? items.next() : null;

            @Override
            Value pull() {
                if (ahead == null) {
                    return null;
                }
                Value key = key(ahead);
                ListValue group = new ListValue();
                while (ahead != null && runtime.compare(ComparisonOperator.EQUAL, key(ahead), key)) {
                    runtime.allocate(Footprint.ITEM);
                    group.items().add(ahead);
                    ahead = items.hasNext() ? items.next() : null;
                }
                return TupleValue.of(
                        key,
                        new IteratorValue("itertools._grouper", group.items().iterator()));
            }

            private Value key(Value item) {
                return call.isNone("key") ? item : runtime.call(call.value("key"), List.of(item));
            }
        });
    }

    private static Value tee(Arguments call) {
        List<Value> items = call.list("iterable");
        List<Value> copies = new ArrayList<>();
        for (long i = 0; i < Math.min(1000, call.integer("n")); i++) {
            copies.add(new IteratorValue("itertools._tee", items.iterator()));
        }
        return new TupleValue(copies);
    }
}
