package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The module {@code functools}. */
final class FunctoolsModule {
    /** A decorator that leaves the function as it is. */
    static final HostFunction IDENTITY = HostFunction.of("decorator", "function, /", call -> call.at(0));

    static final ModuleValue MODULE = new ModuleValue(
            "functools",
            Map.of(
                    "partial", Partial.TYPE,
                    "reduce", HostFunction.of("reduce", "function, iterable, *initial", FunctoolsModule::reduce),
                    "wraps", HostFunction.of("wraps", "wrapped, *options, **names", call -> IDENTITY),
                    "lru_cache", HostFunction.of("lru_cache", "maxsize=128, typed=False", FunctoolsModule::cached),
                    "cache", HostFunction.of("cache", "function, /", call -> new Cached(call.at(0))),
                    "cmp_to_key", HostFunction.of("cmp_to_key", "mycmp", FunctoolsModule::key),
                    "total_ordering", HostFunction.of("total_ordering", "cls, /", FunctoolsModule::ordered)),
            Map.of("cached_property", "write a property", "singledispatch", "use isinstance"));

    private static final Signature OTHER = Signature.of("other, /");

    private FunctoolsModule() {}

    private static Value reduce(Arguments call) {
        List<Value> items = new ArrayList<>(call.rest("initial"));
        items.addAll(call.runtime().list(call.at(1)));
        if (items.isEmpty()) {
            throw PythonError.typeError("reduce() of empty iterable with no initial value");
        }
        Value total = items.getFirst();
        for (Value item : items.subList(1, items.size())) {
            total = call.runtime().call(call.at(0), List.of(total, item));
        }
        return total;
    }

    private static Value cached(Arguments call) {
        boolean withOptions = call.isNone("maxsize") || call.at(0) instanceof IntValue;
        return withOptions
                ? HostFunction.of("cache", "function, /", inner -> new Cached(inner.at(0)))
                : new Cached(call.at(0));
    }

    private static Value key(Arguments call) {
        return HostFunction.of("K", "obj", inner -> new Ordered(call.at(0), inner.at(0)));
    }

    /** Derives the other orderings from {@code __lt__} and {@code __eq__}. */
    private static Value ordered(Arguments call) {
        ClassValue type = call.instance("cls", ClassValue.class, "a class");
        derive(type, "__gt__", "__lt__", true, false);
        derive(type, "__ge__", "__lt__", false, true);
        derive(type, "__le__", "__lt__", true, true);
        return type;
    }

    /** Asks {@code method} with the operands exchanged or not, and turns the answer round or not. */
    private static void derive(ClassValue type, String name, String method, boolean exchange, boolean negate) {
        if (type.find(method).isEmpty()) {
            throw PythonError.valueError("must define at least one ordering operation: < > <= >=");
        }
        type.attributes().putIfAbsent(name, HostMethod.of(type.name(), name, OTHER, (self, call) -> {
            Value left = exchange ? call.at(0) : self;
            Value right = exchange ? self : call.at(0);
            Value answer = call.runtime().call(call.runtime().attribute(left, method), List.of(right));
            return BoolValue.of(call.runtime().truth(answer) != negate);
        }));
    }

    /** A function that remembers its results. */
    private record Cached(Value function, Map<Value, Value> results) implements HostObject {
        private static final HostType TYPE = HostType.named("functools._lru_cache_wrapper", Cached.class)
                .property("func", Cached::function)
                .build();

        Cached(Value function) {
            this(function, new LinkedHashMap<>());
        }

        @Override
        public HostType type() {
            return TYPE;
        }

        @Override
        public boolean bindsToInstances() {
            return true;
        }

        @Override
        public Optional<Value> call(Call call) {
            List<Value> key = new ArrayList<>(call.positional());
            call.keywords().forEach((name, value) -> key.add(TupleValue.of(new StrValue(name), value)));
            call.runtime().allocate(128 + 8L * key.size());
            TupleValue arguments = new TupleValue(key);
            Value known = results.get(arguments);
            if (known == null) {
                known = call.runtime().call(function, call);
                results.put(arguments, known);
            }
            return Optional.of(known);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** A value that a comparing function orders. */
    private record Ordered(Value compare, Value value) implements HostObject {
        private static final HostType TYPE =
                HostType.named("functools.KeyWrapper", Ordered.class).build();

        @Override
        public HostType type() {
            return TYPE;
        }

        @Override
        public Optional<Value> compare(ComparisonOperator operator, Value other, Runtime runtime) {
            if (!(other instanceof Ordered ordered)) {
                return Optional.empty();
            }
            Value order = runtime.call(compare, List.of(value, ordered.value));
            return Optional.of(BoolValue.of(runtime.compare(operator, order, IntValue.of(0))));
        }
    }
}
