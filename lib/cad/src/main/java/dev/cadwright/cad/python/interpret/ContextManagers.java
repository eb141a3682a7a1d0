package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;
import java.util.List;

/** {@code with}. */
final class ContextManagers {
    private final Machine machine;

    ContextManagers(Machine machine) {
        this.machine = machine;
    }

    Completion run(Statement.With with, Frame frame) {
        return run(with, 0, frame);
    }

    private Completion run(Statement.With with, int index, Frame frame) {
        if (index == with.items().size()) {
            return machine.executor().run(with.body(), frame);
        }
        Statement.With.Item item = with.items().get(index);
        Value manager = machine.evaluator().evaluate(item.context(), frame);
        machine.at(item.context().span());
        Value entered = enter(manager);
        item.target().ifPresent(target -> machine.executor().assignments().assign(target, entered, frame));
        Completion completion;
        try {
            completion = run(with, index + 1, frame);
        } catch (PythonError error) {
            error.locate(machine.span());
            if (exit(manager, error)) {
                return Completion.NORMAL;
            }
            throw error;
        }
        exit(manager, null);
        return completion;
    }

    private Value enter(Value manager) {
        if (manager instanceof HostObject host) {
            return host.enter(machine).orElseThrow(() -> noManager(manager));
        }
        if (manager instanceof InstanceValue instance) {
            Value method = machine.attributes().special(instance, "__enter__").orElseThrow(() -> noManager(manager));
            if (machine.attributes().special(instance, "__exit__").isEmpty()) {
                throw noManager(manager);
            }
            return machine.call(method, List.of());
        }
        throw noManager(manager);
    }

    /** Whether the manager swallows the error. */
    private boolean exit(Value manager, PythonError error) {
        if (manager instanceof HostObject host) {
            host.exit(machine);
            return false;
        }
        Value method = machine.attributes()
                .special((InstanceValue) manager, "__exit__")
                .orElseThrow(() -> noManager(manager));
        Value type = error == null ? NoneValue.NONE : error.exception().type();
        Value value = error == null ? NoneValue.NONE : error.exception();
        return machine.truth(machine.call(method, List.of(type, value, NoneValue.NONE))) && error != null;
    }

    private static PythonError noManager(Value value) {
        return PythonError.typeError("'" + value.typeName() + "' object does not support the context manager protocol");
    }
}
