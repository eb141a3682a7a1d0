package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.ComparisonOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Collections;
import java.util.List;

/** {@code list} and {@code tuple}. */
final class ListType {
    static final HostType LIST = HostType.named("list", ListValue.class)
            .constructor("iterable=(), /", call -> Sequences.list(call.list("iterable"), call.runtime()))
            .method("append", "object, /", ListType::append)
            .method("extend", "iterable, /", ListType::extend)
            .method("insert", "index, object, /", ListType::insert)
            .method("pop", "index=-1, /", ListType::pop)
            .method("remove", "value, /", ListType::remove)
            .method("clear", "", (self, call) -> {
                self.items().clear();
                return NoneValue.NONE;
            })
            .method("copy", "", (self, call) -> Sequences.list(self.items(), call.runtime()))
            .method("reverse", "", (self, call) -> {
                Collections.reverse(self.items());
                return NoneValue.NONE;
            })
            .method("sort", "*, key=None, reverse=False", ListType::sort)
            .method(
                    "index",
                    "value, start=0, stop=9223372036854775807, /",
                    (self, call) -> index(self.items(), call, "list"))
            .method("count", "value, /", (self, call) -> count(self.items(), call))
            .build();

    static final HostType TUPLE = HostType.named("tuple", TupleValue.class)
            .constructor("iterable=(), /", ListType::tuple)
            .method(
                    "index",
                    "value, start=0, stop=9223372036854775807, /",
                    (self, call) -> index(self.items(), call, "tuple"))
            .method("count", "value, /", (self, call) -> count(self.items(), call))
            .build();

    private ListType() {}

    private static Value tuple(Arguments call) {
        if (call.value("iterable") instanceof TupleValue tuple && tuple.form() == null) {
            return tuple;
        }
        List<Value> items = call.list("iterable");
        Sequences.charge(call.runtime(), items.size());
        return new TupleValue(items);
    }

    private static Value append(ListValue self, Arguments call) {
        call.runtime().allocate(Sequences.ITEM_BYTES);
        self.items().add(call.at(0));
        return NoneValue.NONE;
    }

    private static Value extend(ListValue self, Arguments call) {
        extend(self, call.at(0), call.runtime());
        return NoneValue.NONE;
    }

    static void extend(ListValue self, Value iterable, Runtime runtime) {
        List<Value> items = runtime.list(iterable);
        Sequences.charge(runtime, items.size());
        self.items().addAll(items);
    }

    private static Value insert(ListValue self, Arguments call) {
        int size = self.items().size();
        long index = call.integer("index");
        call.runtime().allocate(Sequences.ITEM_BYTES);
        call.runtime().step(size / 64);
        self.items().add((int) Math.clamp(index < 0 ? index + size : index, 0, (long) size), call.at(1));
        return NoneValue.NONE;
    }

    private static Value pop(ListValue self, Arguments call) {
        if (self.items().isEmpty()) {
            throw PythonError.indexError("pop from empty list");
        }
        int index = Sequences.index(call.integer("index"), self.items().size());
        if (index < 0) {
            throw PythonError.indexError("pop index out of range");
        }
        call.runtime().step((self.items().size() - index) / 64);
        return self.items().remove(index);
    }

    private static Value remove(ListValue self, Arguments call) {
        int index = find(self.items(), call.at(0), 0, Long.MAX_VALUE, call.runtime());
        if (index < 0) {
            throw PythonError.valueError("list.remove(x): x not in list");
        }
        self.items().remove(index);
        return NoneValue.NONE;
    }

    private static Value sort(ListValue self, Arguments call) {
        List<Value> sorted = Sorting.sorted(self.items(), call.value("key"), call.truth("reverse"), call.runtime());
        self.items().clear();
        self.items().addAll(sorted);
        return NoneValue.NONE;
    }

    private static Value index(List<Value> items, Arguments call, String type) {
        int index = find(items, call.at(0), call.integer("start"), call.integer("stop"), call.runtime());
        if (index < 0) {
            String what =
                    type.equals("tuple") ? "tuple.index(x): x" : call.runtime().repr(call.at(0));
            throw PythonError.valueError(what + (type.equals("tuple") ? " not in tuple" : " is not in list"));
        }
        return IntValue.of(index);
    }

    private static Value count(List<Value> items, Arguments call) {
        int count = 0;
        for (Value item : List.copyOf(items)) {
            call.runtime().step(1);
            if (item == call.at(0) || call.runtime().compare(ComparisonOperator.EQUAL, item, call.at(0))) {
                count++;
            }
        }
        return IntValue.of(count);
    }

    /** The first index of an equal item; −1 where there is none. */
    private static int find(List<Value> items, Value value, long start, long stop, Runtime runtime) {
        long from = start < 0 ? Math.max(0, start + items.size()) : start;
        long to = stop < 0 ? stop + items.size() : stop;
        for (int i = (int) Math.min(from, items.size()); i < Math.min(to, items.size()); i++) {
            runtime.step(1);
            if (items.get(i) == value || runtime.compare(ComparisonOperator.EQUAL, items.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code value in items}. */
    static BoolValue contains(List<Value> items, Value value, Runtime runtime) {
        return BoolValue.of(find(items, value, 0, Long.MAX_VALUE, runtime) >= 0);
    }
}
