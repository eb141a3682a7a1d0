package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code set} and {@code frozenset}. */
final class SetType {
    static final HostType SET = changing(shared("set", false)).build();
    static final HostType FROZEN_SET = shared("frozenset", true).build();

    private SetType() {}

    private static HostTypeBuilder<SetValue> shared(String name, boolean frozen) {
        return HostType.named(name, SetValue.class)
                .instances(value -> value instanceof SetValue set && set.frozen() == frozen)
                .constructor("iterable=(), /", call -> of(call.list("iterable"), frozen, call.runtime()))
                .method("union", "*others", (self, call) -> combined(BinaryOperator.OR, self, call))
                .method("intersection", "*others", (self, call) -> combined(BinaryOperator.AND, self, call))
                .method("difference", "*others", (self, call) -> combined(BinaryOperator.SUBTRACT, self, call))
                .method(
                        "symmetric_difference",
                        "other, /",
                        (self, call) -> combine(BinaryOperator.XOR, self, call.list("other"), call.runtime()))
                .method(
                        "issubset",
                        "other, /",
                        (self, call) -> BoolValue.of(new LinkedHashSet<>(call.list("other")).containsAll(self.items())))
                .method(
                        "issuperset",
                        "other, /",
                        (self, call) -> BoolValue.of(self.items().containsAll(call.list("other"))))
                .method(
                        "isdisjoint",
                        "other, /",
                        (self, call) -> BoolValue.of(call.list("other").stream().noneMatch(self.items()::contains)))
                .method("copy", "", (self, call) -> of(self.items(), frozen, call.runtime()));
    }

    private static HostTypeBuilder<SetValue> changing(HostTypeBuilder<SetValue> type) {
        return type.method("add", "element, /", (self, call) -> {
                    call.runtime().allocate(DictType.ENTRY_BYTES);
                    self.items().add(call.at(0));
                    return NoneValue.NONE;
                })
                .method("discard", "element, /", (self, call) -> {
                    self.items().remove(call.at(0));
                    return NoneValue.NONE;
                })
                .method("remove", "element, /", (self, call) -> {
                    if (!self.items().remove(call.at(0))) {
                        throw PythonError.keyError(call.at(0));
                    }
                    return NoneValue.NONE;
                })
                .method("pop", "", SetType::pop)
                .method("clear", "", (self, call) -> {
                    self.items().clear();
                    return NoneValue.NONE;
                })
                .method("update", "*others", (self, call) -> {
                    replace(self, combined(BinaryOperator.OR, self, call));
                    return NoneValue.NONE;
                })
                .method("intersection_update", "*others", (self, call) -> {
                    replace(self, combined(BinaryOperator.AND, self, call));
                    return NoneValue.NONE;
                })
                .method("difference_update", "*others", (self, call) -> {
                    replace(self, combined(BinaryOperator.SUBTRACT, self, call));
                    return NoneValue.NONE;
                });
    }

    static SetValue of(Collection<Value> items, boolean frozen, Runtime runtime) {
        runtime.allocate(2L * Footprint.CONTAINER + (long) Footprint.ENTRY * items.size());
        return new SetValue(items, frozen);
    }

    private static Value pop(SetValue self, Arguments call) {
        if (self.items().isEmpty()) {
            throw PythonError.keyError(new StrValue("pop from an empty set"));
        }
        Value first = self.items().iterator().next();
        self.items().remove(first);
        return first;
    }

    private static SetValue combined(BinaryOperator operator, SetValue self, Arguments call) {
        SetValue result = of(self.items(), self.frozen(), call.runtime());
        for (Value other : call.rest("others")) {
            List<Value> items = call.runtime().list(other);
            result = combine(operator, result, items, call.runtime());
        }
        return result;
    }

    static void replace(SetValue self, SetValue by) {
        self.items().clear();
        self.items().addAll(by.items());
    }

    /** {@code left | right} and its kin, of the kind of the left set. */
    static SetValue combine(BinaryOperator operator, SetValue left, Collection<Value> right, Runtime runtime) {
        runtime.step((left.items().size() + right.size()) / 4);
        runtime.allocate((long) DictType.ENTRY_BYTES * (left.items().size() + right.size()));
        Set<Value> others = new LinkedHashSet<>(right);
        Set<Value> items = new LinkedHashSet<>(left.items());
        switch (operator) {
            case OR -> items.addAll(others);
            case AND -> items.retainAll(others);
            case SUBTRACT -> items.removeAll(others);
            case XOR -> {
                items.removeAll(others);
                others.removeAll(left.items());
                items.addAll(others);
            }
            default -> throw new IllegalArgumentException(operator.symbol());
        }
        return new SetValue(items, left.frozen());
    }
}
