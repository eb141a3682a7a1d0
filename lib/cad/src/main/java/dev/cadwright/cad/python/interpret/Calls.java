package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.FunctionTree;
import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.Environment;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostMethod;
import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.IteratorValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.MethodValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Calls whatever can be called. */
final class Calls {
    private static final int CALL_BYTES = 128;

    private final Machine machine;

    Calls(Machine machine) {
        this.machine = machine;
    }

    Value call(Value callee, Call call) {
        if (callee instanceof FunctionValue function) {
            return invoke(function, call);
        }
        if (callee instanceof MethodValue(Value self, FunctionValue function)) {
            return invoke(function, withFirst(self, call));
        }
        machine.meter().enterHostCall();
        try {
            Value result = callOther(callee, call);
            charge(result);
            return result;
        } finally {
            machine.meter().leaveHostCall();
        }
    }

    /** What hangs on a value is charged by whoever put it there. */
    private void charge(Value made) {
        if (made instanceof HostObject) {
            machine.allocate(Footprint.HOST_OBJECT);
        } else if (made instanceof IteratorValue) {
            machine.allocate(Footprint.ITERATOR);
        } else if (made instanceof ListValue || made instanceof TupleValue || made instanceof DictValue) {
            machine.allocate(Footprint.CONTAINER);
        }
    }

    private Value callOther(Value callee, Call call) {
        return switch (callee) {
            case HostFunction function -> function.call(call);
            case MethodValue(Value self, HostMethod method) -> method.call(self, call);
            case MethodValue(Value self, Value function) -> call(function, withFirst(self, call));
            case HostMethod method -> unbound(method, call);
            case HostType type ->
                type.constructor()
                        .orElseThrow(() -> PythonError.typeError("cannot create '" + type.name() + "' instances"))
                        .call(call);
            case ClassValue type -> new ClassInstances(machine).create(type, call);
            case InstanceValue instance
            when instance.type().find("__call__").isPresent() ->
                call(machine.attributes().special(instance, "__call__").orElseThrow(), call);
            case HostObject host -> host.call(call).orElseThrow(() -> notCallable(host));
            default -> throw notCallable(callee);
        };
    }

    private static PythonError notCallable(Value callee) {
        return PythonError.typeError("'" + callee.typeName() + "' object is not callable");
    }

    static Call withFirst(Value self, Call call) {
        List<Value> positional = new ArrayList<>(call.positional().size() + 1);
        positional.add(self);
        positional.addAll(call.positional());
        return new Call(positional, call.keywords(), call.span(), call.runtime());
    }

    private static Value unbound(HostMethod method, Call call) {
        if (call.positional().isEmpty()) {
            throw PythonError.typeError("unbound method " + method.qualifiedName() + "() needs an argument");
        }
        List<Value> rest = call.positional().subList(1, call.positional().size());
        return method.call(call.positional().getFirst(), new Call(rest, call.keywords(), call.span(), call.runtime()));
    }

    private Value invoke(FunctionValue function, Call call) {
        FunctionTree tree = function.tree();
        Arguments bound = function.signature().bind(tree.qualifiedName(), call);
        Environment environment = new Environment(Environment.Kind.FUNCTION, tree.scope(), function.closure());
        List<FunctionTree.Parameter> parameters = tree.parameters();
        machine.allocate(CALL_BYTES + 48L * parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            environment.values().put(parameters.get(i).name(), bound.at(i));
        }
        Frame frame = new Frame(environment, function, parameters.isEmpty() ? null : bound.at(0));
        if (tree.generator()) {
            machine.allocate(Footprint.GENERATOR);
            return new IteratorValue("generator", new GeneratorRun(machine, tree.body(), frame));
        }
        return run(tree, frame);
    }

    private Value run(FunctionTree tree, Frame frame) {
        machine.meter().enterCall();
        SourceSpan caller = machine.span();
        Frame before = machine.frame();
        machine.setFrame(frame);
        try {
            machine.step(1);
            Completion completion = machine.executor().run(tree.body(), frame);
            return completion == Completion.RETURN ? frame.result() : NoneValue.NONE;
        } catch (PythonError error) {
            throw error.locate(machine.span());
        } finally {
            machine.meter().leaveCall();
            machine.setFrame(before);
            machine.at(caller);
        }
    }
}
