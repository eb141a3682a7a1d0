package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.RangeValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code object[key]} of everything but instances of the program's own classes. */
public final class Subscripts {
    private Subscripts() {}

    /** The item; empty where the object has no subscripts. */
    public static Optional<Value> get(Value object, Value key, Runtime runtime) {
        return switch (object) {
            case ListValue list
            when key instanceof SliceValue slice -> Optional.of(new ListValue(part(list.items(), slice, runtime)));
            case ListValue list ->
                Optional.of(list.items().get(index(key, list.items().size(), "list")));
            case TupleValue tuple
            when key instanceof SliceValue slice -> Optional.of(new TupleValue(part(tuple.items(), slice, runtime)));
            case TupleValue tuple -> Optional.of(tuple.get(index(key, tuple.size(), "tuple")));
            case StrValue(String text) when key instanceof SliceValue slice -> Optional.of(part(text, slice, runtime));
            case StrValue(String text) ->
                Optional.of(new StrValue(String.valueOf(text.charAt(index(key, text.length(), "string")))));
            case RangeValue range when key instanceof SliceValue slice -> Optional.of(part(range, slice));
            case RangeValue range -> Optional.of(number(range, key));
            case DictValue dict -> Optional.of(entry(dict, key, runtime));
            case HostObject host -> host.index(key, runtime);
            default -> Optional.empty();
        };
    }

    private static Value entry(DictValue dict, Value key, Runtime runtime) {
        Value value = dict.entries().get(key);
        if (value != null) {
            return value;
        }
        if (dict.defaultFactory() == null) {
            throw PythonError.keyError(key);
        }
        runtime.allocate(DictType.ENTRY_BYTES);
        Value made = runtime.call(dict.defaultFactory(), List.of());
        dict.entries().put(key, made);
        return made;
    }

    private static Value number(RangeValue range, Value key) {
        long index = wholeIndex(key, "range");
        long counted = index < 0 ? index + range.size() : index;
        if (counted < 0 || counted >= range.size()) {
            throw PythonError.indexError("range object index out of range");
        }
        return IntValue.of(range.get(counted));
    }

    private static RangeValue part(RangeValue range, SliceValue slice) {
        Slices slices = Slices.of(slice, range.size());
        long start = range.start() + slices.start() * range.step();
        long stop = range.start() + slices.stop() * range.step();
        return new RangeValue(start, stop, range.step() * slices.step());
    }

    private static List<Value> part(List<Value> items, SliceValue slice, Runtime runtime) {
        Slices slices = Slices.of(slice, items.size());
        Sequences.charge(runtime, slices.count());
        List<Value> part = new ArrayList<>(slices.count());
        for (int i = 0; i < slices.count(); i++) {
            part.add(items.get(slices.at(i)));
        }
        return part;
    }

    private static Value part(String text, SliceValue slice, Runtime runtime) {
        Slices slices = Slices.of(slice, text.length());
        if (slices.step() == 1) {
            int start = (int) slices.start();
            return Sequences.text(text.substring(start, start + slices.count()), runtime);
        }
        StringBuilder part = new StringBuilder(slices.count());
        for (int i = 0; i < slices.count(); i++) {
            part.append(text.charAt(slices.at(i)));
        }
        return Sequences.text(part.toString(), runtime);
    }

    private static int index(Value key, int size, String type) {
        int index = Sequences.index(wholeIndex(key, type), size);
        if (index < 0) {
            throw PythonError.indexError(type + " index out of range");
        }
        return index;
    }

    private static long wholeIndex(Value key, String type) {
        return switch (key) {
            case IntValue number when number.isLong() -> number.longValue();
            case IntValue number -> throw PythonError.indexError("cannot fit 'int' into an index-sized integer");
            case BoolValue bool -> bool.value() ? 1 : 0;
            default ->
                throw PythonError.typeError(
                        type.equals("string")
                                ? "string indices must be integers, not '" + key.typeName() + "'"
                                : type + " indices must be integers or slices, not " + key.typeName());
        };
    }

    /** {@code object[key] = value}; false where the object takes no items. */
    public static boolean set(Value object, Value key, Value value, Runtime runtime) {
        switch (object) {
            case ListValue list when key instanceof SliceValue slice -> setPart(list, slice, value, runtime);
            case ListValue list ->
                list.items().set(assignedIndex(key, list.items().size(), "assignment "), value);
            case DictValue dict -> {
                if (!dict.entries().containsKey(key)) {
                    runtime.allocate(DictType.ENTRY_BYTES);
                }
                dict.entries().put(key, value);
            }
            case HostObject host -> {
                return host.setIndex(key, value, runtime);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int assignedIndex(Value key, int size, String what) {
        int index = Sequences.index(wholeIndex(key, "list"), size);
        if (index < 0) {
            throw PythonError.indexError("list " + what + "index out of range");
        }
        return index;
    }

    private static void setPart(ListValue list, SliceValue slice, Value value, Runtime runtime) {
        List<Value> values = runtime.list(value);
        Sequences.charge(runtime, (long) values.size() + list.items().size());
        Slices slices = Slices.of(slice, list.items().size());
        if (slices.step() == 1) {
            int start = (int) slices.start();
            List<Value> old = list.items().subList(start, start + slices.count());
            old.clear();
            list.items().addAll(start, values);
            return;
        }
        if (values.size() != slices.count()) {
            throw PythonError.valueError("attempt to assign sequence of size " + values.size()
                    + " to extended slice of size " + slices.count());
        }
        for (int i = 0; i < values.size(); i++) {
            list.items().set(slices.at(i), values.get(i));
        }
    }

    /** {@code del object[key]}; false where nothing can be deleted. */
    public static boolean delete(Value object, Value key, Runtime runtime) {
        switch (object) {
            case ListValue list
            when key instanceof SliceValue slice -> {
                Slices slices = Slices.of(slice, list.items().size());
                runtime.step(list.items().size() / 8);
                boolean backwards = slices.step() < 0;
                for (int i = 0; i < slices.count(); i++) {
                    int index = slices.at(backwards ? i : slices.count() - 1 - i);
                    list.items().remove(index);
                }
            }
            case ListValue list ->
                list.items().remove(assignedIndex(key, list.items().size(), "assignment "));
            case DictValue dict -> {
                if (dict.entries().remove(key) == null) {
                    throw PythonError.keyError(key);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
