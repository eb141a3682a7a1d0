package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Built-in functions of iterables. */
final class IterationFunctions {
    static final List<HostFunction> ALL = List.of(
            HostFunction.of("all", "iterable, /", call -> quantified(call, false)),
            HostFunction.of("any", "iterable, /", call -> quantified(call, true)),
            HostFunction.of("len", "obj, /", call -> IntValue.of(call.runtime().length(call.at(0)))),
            HostFunction.of(
                    "sorted",
                    "iterable, /, *, key=None, reverse=False",
                    call -> Sequences.list(
                            Sorting.sorted(
                                    call.list("iterable"), call.value("key"), call.truth("reverse"), call.runtime()),
                            call.runtime())),
            HostFunction.of("reversed", "sequence, /", IterationFunctions::reversed),
            HostFunction.of("enumerate", "iterable, start=0", IterationFunctions::enumerate),
            HostFunction.of("zip", "*iterables, strict=False", IterationFunctions::zip),
            HostFunction.of("map", "function, *iterables", IterationFunctions::map),
            HostFunction.of("filter", "function, iterable, /", IterationFunctions::filter),
            HostFunction.of("iter", "object, /", IterationFunctions::iter),
            HostFunction.of("next", "iterator, *default", IterationFunctions::next));

    private IterationFunctions() {}

    private static Value quantified(Arguments call, boolean wanted) {
        Iterator<Value> items = call.runtime().iterate(call.at(0));
        while (items.hasNext()) {
            if (call.runtime().truth(items.next()) == wanted) {
                return BoolValue.of(wanted);
            }
        }
        return BoolValue.of(!wanted);
    }

    private static Value reversed(Arguments call) {
        Value sequence = call.at(0);
        Optional<Value> own = sequence instanceof InstanceValue
                ? call.runtime().findAttribute(sequence, "__reversed__")
                : Optional.empty();
        if (own.isPresent()) {
            return call.runtime().call(own.get(), List.of());
        }
        boolean ordered = !(sequence instanceof IteratorValue)
                && !(sequence instanceof SetValue)
                && !(sequence instanceof IntValue);
        if (!ordered) {
            throw PythonError.typeError("'" + sequence.typeName() + "' object is not reversible");
        }
        List<Value> items = Sequences.reversed(call.runtime().list(sequence));
        return new IteratorValue("reversed", items.iterator());
    }

    private static Value enumerate(Arguments call) {
        Iterator<Value> items = call.runtime().iterate(call.at(0));
        Runtime runtime = call.runtime();
        return iterator("enumerate", new Iterator<>() {
            private long index = call.integer("start");

            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Value next() {
                runtime.allocate(Footprint.CONTAINER);
                return TupleValue.of(IntValue.of(index++), items.next());
            }
        });
    }

    static IteratorValue iterator(String name, Iterator<Value> values) {
        return new IteratorValue(name, values);
    }

    private static Value zip(Arguments call) {
        List<Iterator<Value>> all = iterators(call);
        boolean strict = call.truth("strict");
        Runtime runtime = call.runtime();
        return iterator("zip", new Pulled() {
            @Override
            Value pull() {
                List<Value> items = new ArrayList<>(all.size());
                for (Iterator<Value> values : all) {
                    if (!values.hasNext()) {
                        requireEqualLengths(items.size());
                        return null;
                    }
                    items.add(values.next());
                }
                runtime.allocate(Footprint.CONTAINER);
                return items.isEmpty() ? null : new TupleValue(items);
            }

            private void requireEqualLengths(int taken) {
                boolean longer = taken > 0 || all.stream().anyMatch(Iterator::hasNext);
                if (strict && longer) {
                    throw PythonError.valueError(
                            "zip() argument " + (taken + 1) + " is shorter than argument " + Math.max(1, taken));
                }
            }
        });
    }

    private static List<Iterator<Value>> iterators(Arguments call) {
        List<Iterator<Value>> all = new ArrayList<>();
        for (Value iterable : call.rest("iterables")) {
            all.add(call.runtime().iterate(iterable));
        }
        return all;
    }

    private static Value map(Arguments call) {
        List<Iterator<Value>> all = iterators(call);
        if (all.isEmpty()) {
            throw PythonError.typeError("map() must have at least two arguments.");
        }
        Value function = call.value("function");
        Runtime runtime = call.runtime();
        return iterator("map", new Pulled() {
            @Override
            Value pull() {
                List<Value> arguments = new ArrayList<>(all.size());
                for (Iterator<Value> values : all) {
                    if (!values.hasNext()) {
                        return null;
                    }
                    arguments.add(values.next());
                }
                return runtime.call(function, arguments);
            }
        });
    }

    private static Value filter(Arguments call) {
        Iterator<Value> items = call.runtime().iterate(call.at(1));
        Value function = call.at(0);
        Runtime runtime = call.runtime();
        return iterator("filter", new Pulled() {
            @Override
            Value pull() {
                while (items.hasNext()) {
                    Value item = items.next();
                    Value answer = function == NoneValue.NONE ? item : runtime.call(function, List.of(item));
                    if (runtime.truth(answer)) {
                        return item;
                    }
                }
                return null;
            }
        });
    }

    private static Value iter(Arguments call) {
        Value iterable = call.at(0);
        if (iterable instanceof IteratorValue) {
            return iterable;
        }
        if (iterable instanceof InstanceValue) {
            Optional<Value> own = call.runtime().findAttribute(iterable, "__iter__");
            if (own.isPresent()) {
                return call.runtime().call(own.get(), List.of());
            }
        }
        return iterator(iterable.typeName() + "_iterator", call.runtime().iterate(iterable));
    }

    private static Value next(Arguments call) {
        List<Value> otherwise = call.rest("default");
        Value iterator = call.at(0);
        if (iterator instanceof IteratorValue values) {
            call.runtime().step(1);
            if (values.values().hasNext()) {
                return values.values().next();
            }
            if (otherwise.isEmpty()) {
                throw new PythonError((InstanceValue) call.runtime().call(ExceptionTypes.STOP_ITERATION, List.of()));
            }
            return otherwise.getFirst();
        }
        Optional<Value> own = iterator instanceof InstanceValue
                ? call.runtime().findAttribute(iterator, "__next__")
                : Optional.empty();
        if (own.isEmpty()) {
            throw PythonError.typeError("'" + iterator.typeName() + "' object is not an iterator");
        }
        try {
            return call.runtime().call(own.get(), List.of());
        } catch (PythonError error) {
            if (!otherwise.isEmpty() && error.exception().type().isSubclassOf(ExceptionTypes.STOP_ITERATION)) {
                return otherwise.getFirst();
            }
            throw error;
        }
    }
}
