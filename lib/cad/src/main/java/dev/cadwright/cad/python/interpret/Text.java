package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.library.Formatter;
import dev.cadwright.cad.python.library.Repr;
import dev.cadwright.cad.python.library.Texts;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.Optional;

/** {@code str}, {@code repr} and {@code format}. */
final class Text {
    private final Machine machine;

    Text(Machine machine) {
        this.machine = machine;
    }

    String str(Value value) {
        return switch (value) {
            case StrValue(String text) -> text;
            case InstanceValue instance ->
                special(instance, "__str__").orElseGet(() -> isException(instance) ? message(instance) : repr(value));
            case HostObject host -> host.str(machine);
            default -> repr(value);
        };
    }

    String repr(Value value) {
        return Repr.of(value, machine, this::ofInstance);
    }

    String ascii(Value value) {
        return Texts.ascii(repr(value));
    }

    private String ofInstance(InstanceValue instance) {
        return special(instance, "__repr__").orElseGet(() -> {
            if (!isException(instance)) {
                String module = instance.type().isBuiltin() ? "" : "__main__.";
                return "<" + module + instance.typeName() + " object>";
            }
            TupleValue arguments = arguments(instance);
            String listed = repr(arguments);
            boolean one = arguments.size() == 1;
            return instance.typeName() + (one ? listed.substring(0, listed.length() - 2) + ")" : listed);
        });
    }

    private static boolean isException(InstanceValue instance) {
        return instance.type().isSubclassOf(ExceptionTypes.BASE_EXCEPTION);
    }

    private static TupleValue arguments(InstanceValue exception) {
        return exception.attributes().get("args") instanceof TupleValue tuple ? tuple : TupleValue.EMPTY;
    }

    /** {@code str(exception)}. */
    private String message(InstanceValue exception) {
        TupleValue arguments = arguments(exception);
        return switch (arguments.size()) {
            case 0 -> "";
            case 1 ->
                exception.type().isSubclassOf(ExceptionTypes.KEY_ERROR)
                        ? repr(arguments.get(0))
                        : str(arguments.get(0));
            default -> repr(arguments);
        };
    }

    private Optional<String> special(InstanceValue instance, String method) {
        return machine.attributes().special(instance, method).map(function -> {
            Value text = machine.call(function, List.of());
            if (text instanceof StrValue(String characters)) {
                return characters;
            }
            throw PythonError.typeError(method + " returned non-string (type " + text.typeName() + ")");
        });
    }

    String format(Value value, String specification) {
        if (value instanceof InstanceValue instance) {
            Optional<Value> method = machine.attributes().special(instance, "__format__");
            if (method.isPresent()) {
                return str(machine.call(method.get(), List.of(new StrValue(specification))));
            }
        }
        if (value instanceof HostObject host && !specification.isEmpty()) {
            Optional<String> own = host.format(specification, machine);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return Formatter.format(value, specification, machine).orElseGet(() -> {
            if (!specification.isEmpty()) {
                throw PythonError.typeError("unsupported format string passed to " + value.typeName() + ".__format__");
            }
            return str(value);
        });
    }
}
