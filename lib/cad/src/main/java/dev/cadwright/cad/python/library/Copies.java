package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** {@code copy.copy} and {@code copy.deepcopy}; a host's objects copy themselves, or stay the same. */
final class Copies {
    private final Runtime runtime;
    private final Map<Value, Value> copied = new IdentityHashMap<>();

    private Copies(Runtime runtime) {
        this.runtime = runtime;
    }

    static Value shallow(Value value, Runtime runtime) {
        return switch (value) {
            case ListValue list -> Sequences.list(list.items(), runtime);
            case DictValue dict -> DictType.merged(dict, new DictValue(), runtime);
            case SetValue set -> SetType.of(set.items(), set.frozen(), runtime);
            case InstanceValue instance
            when !Enums.isMember(instance) -> {
                InstanceValue copy = new InstanceValue(instance.type());
                runtime.allocate(
                        (long) DictType.ENTRY_BYTES * (1 + instance.attributes().size()));
                copy.attributes().putAll(instance.attributes());
                yield copy;
            }
            case HostObject host -> host.copy(runtime);
            default -> value;
        };
    }

    static Value deep(Value value, Runtime runtime) {
        return new Copies(runtime).copy(value);
    }

    private Value copy(Value value) {
        Value known = copied.get(value);
        if (known != null) {
            return known;
        }
        runtime.step(1);
        return switch (value) {
            case TupleValue tuple -> new TupleValue(copies(tuple.items()), tuple.form());
            case ListValue list -> {
                ListValue copy = new ListValue();
                copied.put(list, copy);
                copy.items().addAll(copies(list.items()));
                yield copy;
            }
            case DictValue dict -> {
                DictValue copy = new DictValue(Map.of(), dict.defaultFactory());
                copied.put(dict, copy);
                runtime.allocate((long) DictType.ENTRY_BYTES * dict.entries().size());
                dict.entries().forEach((key, item) -> copy.entries().put(copy(key), copy(item)));
                yield copy;
            }
            case InstanceValue instance
            when !Enums.isMember(instance) -> {
                InstanceValue copy = new InstanceValue(instance.type());
                copied.put(instance, copy);
                runtime.allocate(
                        (long) DictType.ENTRY_BYTES * (1 + instance.attributes().size()));
                instance.attributes().forEach((name, item) -> copy.attributes().put(name, copy(item)));
                yield copy;
            }
            default -> shallow(value, runtime);
        };
    }

    private List<Value> copies(List<Value> items) {
        Sequences.charge(runtime, items.size());
        List<Value> copies = new ArrayList<>(items.size());
        items.forEach(item -> copies.add(copy(item)));
        return copies;
    }
}
