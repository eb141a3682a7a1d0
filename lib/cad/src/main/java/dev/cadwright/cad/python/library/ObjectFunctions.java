package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.MethodValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Built-in functions of any objects. */
final class ObjectFunctions {
    static final List<HostFunction> ALL = List.of(
            HostFunction.of("print", "*values, sep=\" \", end=\"\\n\", file=None, flush=False", ObjectFunctions::print),
            HostFunction.of(
                    "repr", "obj, /", call -> new StrValue(call.runtime().repr(call.at(0)))),
            HostFunction.of(
                    "ascii",
                    "obj, /",
                    call -> new StrValue(Texts.ascii(call.runtime().repr(call.at(0))))),
            HostFunction.of(
                    "format",
                    "value, format_spec=\"\", /",
                    call -> new StrValue(call.runtime().format(call.at(0), call.text("format_spec")))),
            HostFunction.of(
                    "isinstance",
                    "obj, classinfo, /",
                    call -> BoolValue.of(call.runtime().isInstance(call.at(0), call.at(1)))),
            HostFunction.of("issubclass", "cls, classinfo, /", ObjectFunctions::isSubclass),
            HostFunction.of("callable", "obj, /", ObjectFunctions::callable),
            HostFunction.of(
                    "hasattr", "obj, name, /", call -> BoolValue.of(find(call).isPresent())),
            HostFunction.of("getattr", "obj, name, *default", ObjectFunctions::getAttribute),
            HostFunction.of("setattr", "obj, name, value, /", ObjectFunctions::setAttribute),
            HostFunction.of("id", "obj, /", ObjectFunctions::identity),
            HostFunction.of("hash", "obj, /", call -> IntValue.of(call.at(0).hashCode())),
            HostFunction.of("exit", "code=None, /", ObjectFunctions::exit),
            HostFunction.of("quit", "code=None, /", ObjectFunctions::exit));

    private ObjectFunctions() {}

    private static Value print(Arguments call) {
        String separator = call.isNone("sep") ? " " : call.text("sep");
        boolean first = true;
        for (Value value : call.rest("values")) {
            call.runtime().print((first ? "" : separator) + call.runtime().str(value));
            first = false;
        }
        call.runtime().print(call.isNone("end") ? "\n" : call.text("end"));
        return NoneValue.NONE;
    }

    private static Value isSubclass(Arguments call) {
        return BoolValue.of(isSubclass(call.at(0), call.at(1)));
    }

    private static boolean isSubclass(Value type, Value of) {
        if (of instanceof TupleValue types) {
            return types.items().stream().anyMatch(one -> isSubclass(type, one));
        }
        boolean known = (type instanceof ClassValue || type instanceof HostType)
                && (of instanceof ClassValue || of instanceof HostType);
        if (!known) {
            throw PythonError.typeError("issubclass() arg 1 must be a class");
        }
        return type == of
                || of == ExceptionTypes.OBJECT
                || (type == ScalarTypes.BOOL && of == ScalarTypes.INT)
                || (type instanceof ClassValue own && of instanceof ClassValue ancestor && own.isSubclassOf(ancestor));
    }

    private static Value callable(Arguments call) {
        return BoolValue.of(
                switch (call.at(0)) {
                    case FunctionValue function -> true;
                    case HostFunction function -> true;
                    case HostMethod method -> true;
                    case MethodValue method -> true;
                    case HostType type -> true;
                    case ClassValue type -> true;
                    case InstanceValue instance ->
                        instance.type().find("__call__").isPresent();
                    case HostObject host -> host instanceof Partial;
                    default -> false;
                });
    }

    private static Optional<Value> find(Arguments call) {
        try {
            return call.runtime().findAttribute(call.at(0), plainName(call));
        } catch (PythonError error) {
            if (error.exception().type().isSubclassOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
                return Optional.empty();
            }
            throw error;
        }
    }

    /** The name, which must be one that a program could write behind a point and no special one. */
    private static String plainName(Arguments call) {
        if (!(call.at(1) instanceof StrValue(String name))) {
            throw PythonError.typeError(
                    "attribute name must be string, not '" + call.at(1).typeName() + "'");
        }
        if (name.startsWith("__")) {
            throw new UnsupportedConstruct(call.function() + " of " + TextRepr.of(name), "");
        }
        return name;
    }

    private static Value getAttribute(Arguments call) {
        List<Value> otherwise = call.rest("default");
        if (otherwise.isEmpty()) {
            return call.runtime().attribute(call.at(0), plainName(call));
        }
        return find(call).orElse(otherwise.getFirst());
    }

    private static Value setAttribute(Arguments call) {
        call.runtime().setAttribute(call.at(0), plainName(call), call.at(2));
        return NoneValue.NONE;
    }

    /** Numbers objects in the order in which they are asked about; equal small constants may differ from Python's. */
    private static Value identity(Arguments call) {
        Identities identities = call.runtime().state(Identities.class, Identities::new);
        call.runtime().allocate(DictType.ENTRY_BYTES);
        return IntValue.of(identities.numbers.computeIfAbsent(call.at(0), value -> identities.numbers.size() + 1L));
    }

    private static final class Identities {
        private final Map<Value, Long> numbers = new IdentityHashMap<>();
    }

    static Value exit(Arguments call) {
        List<Value> code = call.isNone("code") ? List.of() : List.of(call.at(0));
        throw new PythonError((InstanceValue) call.runtime().call(ExceptionTypes.SYSTEM_EXIT, code));
    }
}
