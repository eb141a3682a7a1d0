package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.library.Descriptor;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;
import java.util.Optional;

/** {@code super()}: the attributes of the classes behind one class in the lineage of an object. */
record Super(ClassValue after, Value self) implements HostObject {
    static final HostFunction FUNCTION = HostFunction.of("super", "*arguments", Super::of);

    private static final HostType TYPE = HostType.named("super", Super.class).build();

    private static Value of(Arguments call) {
        List<Value> given = call.rest("arguments");
        if (given.size() == 2 && given.getFirst() instanceof ClassValue type) {
            return new Super(type, given.get(1));
        }
        Frame frame = ((Machine) call.runtime()).frame();
        Optional<ClassValue> around = frame == null || frame.function() == null
                ? Optional.empty()
                : frame.function().closure().definedClass();
        if (!given.isEmpty() || around.isEmpty() || frame.self() == null) {
            throw PythonError.of(ExceptionTypes.RUNTIME_ERROR, "super(): no arguments");
        }
        return new Super(around.get(), frame.self());
    }

    @Override
    public HostType type() {
        return TYPE;
    }

    @Override
    public Optional<Value> attribute(String name, Runtime runtime) {
        ClassValue type =
                self instanceof ClassValue own ? own : self instanceof InstanceValue instance ? instance.type() : null;
        if (type == null) {
            return Optional.empty();
        }
        List<ClassValue> lineage = type.lineage();
        for (ClassValue ancestor : lineage.subList(lineage.indexOf(after) + 1, lineage.size())) {
            Value value = ancestor.attributes().get(name);
            if (value instanceof Descriptor.Property property) {
                return Optional.of(runtime.call(property.getter(), List.of(self)));
            }
            if (value != null) {
                return Optional.of(Attributes.bound(value, self, type));
            }
        }
        return name.equals("__init__") ? Optional.of(initializer()) : Optional.empty();
    }

    /** What {@code object} and the exceptions do with their arguments. */
    private HostFunction initializer() {
        return HostFunction.of("__init__", "*args, **kwargs", call -> {
            if (self instanceof InstanceValue instance && instance.type().isSubclassOf(ExceptionTypes.BASE_EXCEPTION)) {
                instance.attributes().put("args", new TupleValue(call.rest("args")));
            }
            return NoneValue.NONE;
        });
    }
}
