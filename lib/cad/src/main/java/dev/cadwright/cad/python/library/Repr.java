package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.EllipsisValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.MethodValue;
import dev.cadwright.cad.python.value.ModuleValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.NotImplementedValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.RangeValue;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code repr()}. Objects without one of their own show no address, so that a program prints the same each time. */
public final class Repr {
    private static final int MOST_DIGITS = 4300;

    private final Runtime runtime;
    private final Function<InstanceValue, String> instances;
    private final Set<Value> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final StringBuilder out = new StringBuilder();

    private Repr(Runtime runtime, Function<InstanceValue, String> instances) {
        this.runtime = runtime;
        this.instances = instances;
    }

    /** @param instances how instances of the program's classes show themselves */
    public static String of(Value value, Runtime runtime, Function<InstanceValue, String> instances) {
        Repr repr = new Repr(runtime, instances);
        repr.write(value);
        return repr.out.toString();
    }

    private void write(Value value) {
        switch (value) {
            case NoneValue none -> add("None");
            case EllipsisValue ellipsis -> add("Ellipsis");
            case NotImplementedValue notImplemented -> add("NotImplemented");
            case BoolValue bool -> add(bool.toString());
            case IntValue number -> add(digits(number));
            case FloatValue number -> add(number.toString());
            case StrValue(String text) -> add(TextRepr.of(text));
            case TupleValue tuple when tuple.form() != null -> named(tuple);
            case TupleValue tuple -> nested(value, "(", tuple.items(), tuple.size() == 1 ? ",)" : ")");
            case ListValue list -> nested(value, "[", list.items(), "]");
            case DictValue dict -> dict(dict);
            case SetValue set -> set(set);
            case RangeValue(long start, long stop, long step) ->
                add("range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")");
            case SliceValue(Value start, Value stop, Value step) -> {
                add("slice");
                write(TupleValue.of(start, stop, step));
            }
            case InstanceValue instance -> add(instances.apply(instance));
            case HostObject host -> add(host.repr(runtime));
            case HostType type -> add("<class '" + type.name() + "'>");
            case ClassValue type -> add("<class '" + (type.isBuiltin() ? "" : "__main__.") + type.name() + "'>");
            case FunctionValue function -> add("<function " + function.tree().qualifiedName() + ">");
            case HostFunction function -> add("<built-in function " + function.name() + ">");
            case HostMethod method -> add("<method '" + method.name() + "'>");
            case MethodValue method -> add("<bound method>");
            case ModuleValue module -> add("<module '" + module.name() + "'>");
            case IteratorValue iterator -> add("<" + iterator.typeName() + " object>");
        }
    }

    /** The decimal digits of an int. @throws PythonError (ValueError) beyond Python's limit of 4300 */
    static String digits(IntValue number) {
        if (number.isLong()) {
            return number.toString();
        }
        boolean tooLong = number.bitLength() > MOST_DIGITS * 3.33;
        String digits = tooLong ? "" : number.toString();
        if (tooLong || digits.length() - (number.sign() < 0 ? 1 : 0) > MOST_DIGITS) {
            throw PythonError.valueError("Exceeds the limit (" + MOST_DIGITS
                    + " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit");
        }
        return digits;
    }

    private void nested(Value container, String opening, Collection<Value> items, String closing) {
        if (!open.add(container)) {
            add(opening + "..." + closing.substring(closing.length() - 1));
            return;
        }
        add(opening);
        boolean first = true;
        for (Value item : items) {
            add(first ? "" : ", ");
            write(item);
            first = false;
        }
        add(closing);
        open.remove(container);
    }

    private void named(TupleValue tuple) {
        add(tuple.form().name() + "(");
        for (int i = 0; i < tuple.size(); i++) {
            add((i == 0 ? "" : ", ") + tuple.form().fields().get(i) + "=");
            write(tuple.get(i));
        }
        add(")");
    }

    private void dict(DictValue dict) {
        if (!open.add(dict)) {
            add("{...}");
            return;
        }
        if (dict.defaultFactory() != null) {
            add("defaultdict(");
            write(dict.defaultFactory());
            add(", ");
        }
        add("{");
        boolean first = true;
        for (Map.Entry<Value, Value> entry : dict.entries().entrySet()) {
            add(first ? "" : ", ");
            write(entry.getKey());
            add(": ");
            write(entry.getValue());
            first = false;
        }
        add(dict.defaultFactory() != null ? "})" : "}");
        open.remove(dict);
    }

    private void set(SetValue set) {
        if (set.items().isEmpty()) {
            add(set.typeName() + "()");
        } else if (set.frozen()) {
            nested(set, "frozenset({", set.items(), "})");
        } else {
            nested(set, "{", set.items(), "}");
        }
    }

    private void add(String text) {
        if (!text.isEmpty()) {
            runtime.step(1);
            runtime.allocate(2L * text.length());
            out.append(text);
        }
    }
}
