package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.library.Enums;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.Optional;

/** Makes instances of classes. */
final class ClassInstances {
    private static final int INSTANCE_BYTES = 96;

    private final Machine machine;

    ClassInstances(Machine machine) {
        this.machine = machine;
    }

    Value create(ClassValue type, Call call) {
        if (type.isSubclassOf(Enums.ENUM)) {
            return Enums.byValue(type, call);
        }
        machine.allocate(INSTANCE_BYTES);
        InstanceValue instance = new InstanceValue(type);
        boolean exception = type.isSubclassOf(ExceptionTypes.BASE_EXCEPTION);
        if (exception) {
            instance.attributes().put("args", new TupleValue(call.positional()));
        }
        Optional<Value> initializer = machine.attributes().special(instance, "__init__");
        if (initializer.isPresent()) {
            machine.calls().call(initializer.get(), call);
            return instance;
        }
        boolean given = !call.positional().isEmpty() || !call.keywords().isEmpty();
        if (!exception && given) {
            throw PythonError.typeError(type.name() + "() takes no arguments");
        }
        if (exception && !call.keywords().isEmpty()) {
            throw PythonError.typeError(type.name() + "() takes no keyword arguments");
        }
        return instance;
    }
}
