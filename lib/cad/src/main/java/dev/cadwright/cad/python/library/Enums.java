package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code enum.Enum}: members with a name and a value. Flags and mixed-in types are not there. */
public final class Enums {
    public static final ClassValue ENUM = ClassValue.builtin("Enum", List.of(ExceptionTypes.OBJECT));

    private static final Signature NONE = Signature.of("");

    private Enums() {}

    /** Turns the constants of a class body into members. */
    public static void complete(ClassValue type) {
        List<Map.Entry<String, Value>> constants = new ArrayList<>();
        for (Map.Entry<String, Value> entry : type.attributes().entrySet()) {
            boolean member = !entry.getKey().startsWith("_")
                    && !(entry.getValue() instanceof FunctionValue)
                    && !(entry.getValue() instanceof Descriptor);
            if (member) {
                constants.add(Map.entry(entry.getKey(), entry.getValue()));
            }
        }
        int next = 1;
        for (Map.Entry<String, Value> constant : constants) {
            Value value = constant.getValue() instanceof Auto ? IntValue.of(next) : constant.getValue();
            next = value instanceof IntValue number && number.isLong() ? (int) number.longValue() + 1 : next;
            type.attributes().put(constant.getKey(), member(type, constant.getKey(), value));
        }
        show(type, "__repr__", ": ");
        show(type, "__str__", "");
    }

    private static InstanceValue member(ClassValue type, String name, Value value) {
        for (InstanceValue known : members(type)) {
            if (known.attributes().get("value").equals(value)) {
                return known;
            }
        }
        InstanceValue member = new InstanceValue(type);
        member.attributes().put("name", new StrValue(name));
        member.attributes().put("value", value);
        return member;
    }

    private static void show(ClassValue type, String method, String before) {
        type.attributes().putIfAbsent(method, HostMethod.of(type.name(), method, NONE, (self, call) -> {
            InstanceValue member = (InstanceValue) self;
            String name =
                    type.name() + "." + call.runtime().str(member.attributes().get("name"));
            return new StrValue(
                    before.isEmpty()
                            ? name
                            : "<" + name + before
                                    + call.runtime().repr(member.attributes().get("value")) + ">");
        }));
    }

    /** The members in the order of their definition; an alias is not among them. */
    public static List<InstanceValue> members(ClassValue type) {
        return type.attributes().values().stream()
                .filter(value -> value instanceof InstanceValue instance && instance.type() == type)
                .map(InstanceValue.class::cast)
                .distinct()
                .toList();
    }

    /** {@code Color(value)}. */
    public static Value byValue(ClassValue type, Call call) {
        Runtime runtime = call.runtime();
        if (call.positional().size() != 1 || !call.keywords().isEmpty()) {
            throw PythonError.typeError(type.name() + "() takes one value");
        }
        Value wanted = call.positional().getFirst();
        for (InstanceValue member : members(type)) {
            runtime.step(1);
            boolean found = member == wanted || member.attributes().get("value").equals(wanted);
            if (found) {
                return member;
            }
        }
        throw PythonError.valueError(runtime.repr(wanted) + " is not a valid " + type.name());
    }

    /** {@code Color["RED"]}. */
    public static Value byName(ClassValue type, Value name) {
        for (InstanceValue member : members(type)) {
            if (member.attributes().get("name").equals(name)) {
                return member;
            }
        }
        throw PythonError.keyError(name);
    }

    static boolean isMember(InstanceValue instance) {
        return instance.type().isSubclassOf(ENUM);
    }
}
