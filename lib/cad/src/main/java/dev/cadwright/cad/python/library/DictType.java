package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code dict}. */
final class DictType {
    /** Bytes that an entry is charged with. */
    static final int ENTRY_BYTES = Footprint.ENTRY;

    static final HostType TYPE = HostType.named("dict", DictValue.class)
            .constructor("iterable=(), /, **entries", call -> {
                DictValue dict = new DictValue();
                update(dict, call);
                return dict;
            })
            .method("get", "key, default=None, /", (self, call) -> self.entries()
                    .getOrDefault(call.at(0), call.at(1)))
            .method("keys", "", (self, call) -> new DictView(DictView.Part.KEYS, self))
            .method("values", "", (self, call) -> new DictView(DictView.Part.VALUES, self))
            .method("items", "", (self, call) -> new DictView(DictView.Part.ITEMS, self))
            .method("pop", "key, *default", DictType::pop)
            .method("popitem", "", DictType::popItem)
            .method("setdefault", "key, default=None, /", DictType::setDefault)
            .method("update", "iterable=(), /, **entries", (self, call) -> {
                update(self, call);
                return NoneValue.NONE;
            })
            .method("clear", "", (self, call) -> {
                self.entries().clear();
                return NoneValue.NONE;
            })
            .method("copy", "", (self, call) -> {
                call.runtime().allocate((long) ENTRY_BYTES * self.entries().size());
                return new DictValue(self.entries(), self.defaultFactory());
            })
            .method("move_to_end", "key, last=True", DictType::moveToEnd)
            .staticMethod("fromkeys", "iterable, value=None, /", DictType::fromKeys)
            .build();

    private DictType() {}

    static DictValue merged(DictValue left, DictValue right, Runtime runtime) {
        runtime.allocate(
                (long) ENTRY_BYTES * (left.entries().size() + right.entries().size()));
        DictValue merged = new DictValue(left.entries(), left.defaultFactory());
        merged.entries().putAll(right.entries());
        return merged;
    }

    private static Value pop(DictValue self, Arguments call) {
        Value value = self.entries().remove(call.at(0));
        if (value != null) {
            return value;
        }
        List<Value> otherwise = call.rest("default");
        if (otherwise.size() > 1) {
            throw PythonError.typeError("pop expected at most 2 arguments, got " + (otherwise.size() + 1));
        }
        if (otherwise.isEmpty()) {
            throw PythonError.keyError(call.at(0));
        }
        return otherwise.getFirst();
    }

    private static Value popItem(DictValue self, Arguments call) {
        if (self.entries().isEmpty()) {
            throw PythonError.keyError(new StrValue("popitem(): dictionary is empty"));
        }
        call.runtime().step(self.entries().size() / 64);
        Value last = List.copyOf(self.entries().keySet()).getLast();
        return TupleValue.of(last, self.entries().remove(last));
    }

    private static Value setDefault(DictValue self, Arguments call) {
        Value value = self.entries().putIfAbsent(call.at(0), call.at(1));
        call.runtime().allocate(ENTRY_BYTES);
        return value == null ? call.at(1) : value;
    }

    private static Value moveToEnd(DictValue self, Arguments call) {
        Value value = self.entries().remove(call.at(0));
        if (value == null) {
            throw PythonError.keyError(call.at(0));
        }
        if (call.truth("last")) {
            self.entries().put(call.at(0), value);
            return NoneValue.NONE;
        }
        Map<Value, Value> others = new LinkedHashMap<>(self.entries());
        self.entries().clear();
        self.entries().put(call.at(0), value);
        self.entries().putAll(others);
        return NoneValue.NONE;
    }

    private static Value fromKeys(Arguments call) {
        DictValue dict = new DictValue();
        for (Value key : call.list("iterable")) {
            call.runtime().allocate(ENTRY_BYTES);
            dict.entries().put(key, call.value("value"));
        }
        return dict;
    }

    private static void update(DictValue dict, Arguments call) {
        update(dict, call.at(0), call.runtime());
        call.runtime().allocate((long) ENTRY_BYTES * call.keywords("entries").size());
        dict.entries().putAll(call.keywords("entries"));
    }

    /** Takes over the entries of a dict or of an iterable of pairs. */
    static void update(DictValue dict, Value source, Runtime runtime) {
        if (source instanceof DictValue other) {
            runtime.allocate((long) ENTRY_BYTES * other.entries().size());
            if (other != dict) {
                dict.entries().putAll(other.entries());
            }
            return;
        }
        int index = 0;
        for (Value item : runtime.list(source)) {
            List<Value> pair = pair(item, index++, runtime);
            runtime.allocate(ENTRY_BYTES);
            dict.entries().put(pair.get(0), pair.get(1));
        }
    }

    private static List<Value> pair(Value item, int index, Runtime runtime) {
        if (Numbers.isNumber(item)) {
            throw PythonError.typeError(
                    "cannot convert dictionary update sequence element #" + index + " to a sequence");
        }
        List<Value> pair = runtime.list(item);
        if (pair.size() != 2) {
            throw PythonError.valueError(
                    "dictionary update sequence element #" + index + " has length " + pair.size() + "; 2 is required");
        }
        return pair;
    }
}
