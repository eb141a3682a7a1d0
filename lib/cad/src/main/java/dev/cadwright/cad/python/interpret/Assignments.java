package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.library.Subscripts;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.syntax.Target;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Assigns to targets and deletes them. */
final class Assignments {
    private final Machine machine;

    Assignments(Machine machine) {
        this.machine = machine;
    }

    void assign(Target target, Value value, Frame frame) {
        switch (target) {
            case Target.Name name -> machine.names().store(name.name(), value, frame.environment());
            case Target.Attribute attribute -> {
                Value object = machine.evaluator().evaluate(attribute.object(), frame);
                machine.at(attribute.span());
                machine.attributes().set(object, attribute.name(), value);
            }
            case Target.Index index -> {
                Value object = machine.evaluator().evaluate(index.object(), frame);
                Value key = machine.evaluator().evaluate(index.key(), frame);
                machine.at(index.span());
                setIndex(object, key, value);
            }
            case Target.Unpacking unpacking -> {
                List<Value> values = unpacked(unpacking, value);
                for (int i = 0; i < values.size(); i++) {
                    assign(unpacking.items().get(i), values.get(i), frame);
                }
            }
        }
    }

    private void setIndex(Value object, Value key, Value value) {
        if (object instanceof InstanceValue instance) {
            Value method = machine.attributes()
                    .special(instance, "__setitem__")
                    .orElseThrow(() -> noItems(object, "assignment"));
            machine.call(method, List.of(key, value));
        } else if (!Subscripts.set(object, key, value, machine)) {
            throw noItems(object, "assignment");
        }
    }

    private static PythonError noItems(Value object, String what) {
        return PythonError.typeError("'" + object.typeName() + "' object does not support item " + what);
    }

    private List<Value> unpacked(Target.Unpacking target, Value value) {
        machine.at(target.span());
        int wanted = target.items().size();
        List<Value> values = taken(value, target.starred() < 0 ? wanted + 1 : Integer.MAX_VALUE);
        if (target.starred() < 0) {
            if (values.size() > wanted) {
                throw PythonError.valueError("too many values to unpack (expected " + wanted + ")");
            }
            if (values.size() < wanted) {
                throw PythonError.valueError(
                        "not enough values to unpack (expected " + wanted + ", got " + values.size() + ")");
            }
            return values;
        }
        if (values.size() < wanted - 1) {
            throw PythonError.valueError(
                    "not enough values to unpack (expected at least " + (wanted - 1) + ", got " + values.size() + ")");
        }
        int behind = wanted - 1 - target.starred();
        List<Value> rest = values.subList(target.starred(), values.size() - behind);
        List<Value> result = new ArrayList<>(values.subList(0, target.starred()));
        result.add(new ListValue(rest));
        result.addAll(values.subList(values.size() - behind, values.size()));
        return result;
    }

    private List<Value> taken(Value value, int most) {
        if (value instanceof TupleValue tuple) {
            return tuple.items();
        }
        Iterator<Value> iterator;
        try {
            iterator = machine.iterate(value);
        } catch (PythonError error) {
            throw error.exception().type() == ExceptionTypes.TYPE_ERROR
                    ? PythonError.typeError("cannot unpack non-iterable " + value.typeName() + " object")
                    : error;
        }
        List<Value> values = new ArrayList<>();
        while (values.size() < most && iterator.hasNext()) {
            machine.allocate(Footprint.ITEM);
            values.add(iterator.next());
        }
        return values;
    }

    void augment(Statement.AugmentedAssign assign, Frame frame) {
        switch (assign.target()) {
            case Target.Name name -> {
                Value left = machine.names().load(name.name(), frame.environment(), name.span());
                machine.names().store(name.name(), combined(assign, left, frame), frame.environment());
            }
            case Target.Attribute attribute -> {
                Value object = machine.evaluator().evaluate(attribute.object(), frame);
                machine.at(attribute.span());
                Value left = machine.attributes().get(object, attribute.name());
                Value value = combined(assign, left, frame);
                machine.attributes().set(object, attribute.name(), value);
            }
            case Target.Index index -> {
                Value object = machine.evaluator().evaluate(index.object(), frame);
                Value key = machine.evaluator().evaluate(index.key(), frame);
                machine.at(index.span());
                Value value = combined(assign, machine.index(object, key), frame);
                setIndex(object, key, value);
            }
            case Target.Unpacking unpacking -> throw new IllegalStateException("the parser refuses it");
        }
    }

    private Value combined(Statement.AugmentedAssign assign, Value left, Frame frame) {
        Value right = machine.evaluator().evaluate(assign.value(), frame);
        machine.at(assign.span());
        return machine.protocols().augmented(assign.operator(), left, right);
    }

    void delete(Target target, Frame frame) {
        machine.at(target.span());
        switch (target) {
            case Target.Name name -> machine.names().delete(name.name(), frame.environment(), name.span());
            case Target.Attribute attribute ->
                machine.attributes().delete(machine.evaluator().evaluate(attribute.object(), frame), attribute.name());
            case Target.Index index -> {
                Value object = machine.evaluator().evaluate(index.object(), frame);
                Value key = machine.evaluator().evaluate(index.key(), frame);
                machine.at(index.span());
                deleteIndex(object, key);
            }
            case Target.Unpacking unpacking -> unpacking.items().forEach(item -> delete(item, frame));
        }
    }

    private void deleteIndex(Value object, Value key) {
        if (object instanceof InstanceValue instance) {
            Value method = machine.attributes()
                    .special(instance, "__delitem__")
                    .orElseThrow(() -> noItems(object, "deletion"));
            machine.call(method, List.of(key));
        } else if (!Subscripts.delete(object, key, machine)) {
            throw noItems(object, "deletion");
        }
    }
}
