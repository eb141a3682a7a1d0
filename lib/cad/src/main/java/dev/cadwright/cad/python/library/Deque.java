package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** {@code collections.deque}, over a list. */
record Deque(ListValue list, long longest) implements HostObject {
    static final HostType TYPE = HostType.named("collections.deque", Deque.class)
            .constructor("iterable=(), maxlen=None", call -> {
                long longest = call.isNone("maxlen") ? Long.MAX_VALUE : call.integer("maxlen");
                Deque deque = new Deque(new ListValue(), longest);
                call.list("iterable").forEach(item -> deque.add(item, false, call.runtime()));
                return deque;
            })
            .method("append", "x, /", (self, call) -> self.add(call.at(0), false, call.runtime()))
            .method("appendleft", "x, /", (self, call) -> self.add(call.at(0), true, call.runtime()))
            .method("extend", "iterable, /", (self, call) -> self.addAll(call, false))
            .method("extendleft", "iterable, /", (self, call) -> self.addAll(call, true))
            .method("pop", "", (self, call) -> self.take(false, call.runtime()))
            .method("popleft", "", (self, call) -> self.take(true, call.runtime()))
            .method("clear", "", (self, call) -> {
                self.items().clear();
                return NoneValue.NONE;
            })
            .method("rotate", "n=1, /", (self, call) -> {
                call.runtime().step(self.items().size() / 8);
                Collections.rotate(self.items(), (int)
                        (call.integer("n") % Math.max(1, self.items().size())));
                return NoneValue.NONE;
            })
            .build();

    private List<Value> items() {
        return list.items();
    }

    private Value add(Value value, boolean left, Runtime runtime) {
        runtime.allocate(Sequences.ITEM_BYTES);
        runtime.step(left ? items().size() / 64 : 0);
        items().add(left ? 0 : items().size(), value);
        if (items().size() > longest) {
            items().remove(left ? items().size() - 1 : 0);
        }
        return NoneValue.NONE;
    }

    private Value addAll(Arguments call, boolean left) {
        call.list("iterable").forEach(item -> add(item, left, call.runtime()));
        return NoneValue.NONE;
    }

    private Value take(boolean left, Runtime runtime) {
        if (items().isEmpty()) {
            throw PythonError.indexError("pop from an empty deque");
        }
        runtime.step(left ? items().size() / 64 : 0);
        return items().remove(left ? 0 : items().size() - 1);
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    @Override
    public Optional<Iterator<Value>> iterate(Runtime runtime) {
        return Optional.of(items().iterator());
    }

    @Override
    public Optional<Long> length(Runtime runtime) {
        return Optional.of((long) items().size());
    }

    @Override
    public Optional<Value> index(Value key, Runtime runtime) {
        return Optional.of(runtime.index(list, key));
    }

    @Override
    public boolean setIndex(Value key, Value value, Runtime runtime) {
        return Subscripts.set(list, key, value, runtime);
    }

    @Override
    public String repr(Runtime runtime) {
        return "deque(" + runtime.repr(list) + (longest == Long.MAX_VALUE ? "" : ", maxlen=" + longest) + ")";
    }

    @Override
    public int hashCode() {
        throw PythonError.typeError("unhashable type: 'collections.deque'");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Deque deque && list.equals(deque.list);
    }
}
