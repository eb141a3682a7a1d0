package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.ClassValue;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.InstanceValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code try}, {@code raise} and the exceptions that are being handled. */
final class ExceptionHandling {
    private final Machine machine;
    private final Executor executor;
    private final Deque<PythonError> handled = new ArrayDeque<>();

    ExceptionHandling(Machine machine, Executor executor) {
        this.machine = machine;
        this.executor = executor;
    }

    Completion attempt(Statement.Try attempt, Frame frame) {
        if (attempt.last().isEmpty()) {
            return guarded(attempt, frame);
        }
        Completion completion;
        try {
            completion = guarded(attempt, frame);
        } catch (PythonError error) {
            error.locate(machine.span());
            Completion last = executor.run(attempt.last(), frame);
            if (last != Completion.NORMAL) {
                return last;
            }
            throw error;
        }
        Value result = frame.result();
        Completion last = executor.run(attempt.last(), frame);
        if (last != Completion.NORMAL) {
            return last;
        }
        frame.setResult(result);
        return completion;
    }

    private Completion guarded(Statement.Try attempt, Frame frame) {
        try {
            Completion completion = executor.run(attempt.body(), frame);
            if (completion != Completion.NORMAL) {
                return completion;
            }
        } catch (PythonError error) {
            return handle(attempt.handlers(), error.locate(machine.span()), frame);
        }
        return executor.run(attempt.otherwise(), frame);
    }

    private Completion handle(List<Statement.Try.Handler> handlers, PythonError error, Frame frame) {
        Optional<Statement.Try.Handler> handler = find(handlers, error, frame);
        if (handler.isEmpty()) {
            throw error;
        }
        handler.get().name().ifPresent(name -> machine.names().store(name, error.exception(), frame.environment()));
        handled.push(error);
        try {
            return executor.run(handler.get().body(), frame);
        } finally {
            handled.pop();
            handler.get().name().ifPresent(name -> forget(name, error, frame));
        }
    }

    /** As Python unbinds the name of an exception behind its handler. */
    private void forget(String name, PythonError error, Frame frame) {
        boolean still = frame.environment().values().get(name) == error.exception();
        if (still) {
            machine.names().delete(name, frame.environment(), machine.span());
        }
    }

    Optional<Statement.Try.Handler> find(List<Statement.Try.Handler> handlers, PythonError error, Frame frame) {
        for (Statement.Try.Handler handler : handlers) {
            if (handler.type().isEmpty()) {
                return Optional.of(handler);
            }
            Value type = executor.evaluate(handler.type().get(), frame);
            machine.at(handler.span());
            if (matches(type, error.exception())) {
                return Optional.of(handler);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(Value type, InstanceValue exception) {
        return switch (type) {
            case ClassValue wanted
            when wanted.isSubclassOf(ExceptionTypes.BASE_EXCEPTION) ->
                exception.type().isSubclassOf(wanted);
            case TupleValue types -> types.items().stream().anyMatch(one -> matches(one, exception));
            default ->
                throw PythonError.typeError("catching classes that do not inherit from BaseException is not allowed");
        };
    }

    void raise(Statement.Raise raise, Frame frame) {
        if (raise.exception().isEmpty()) {
            if (handled.isEmpty()) {
                throw PythonError.of(ExceptionTypes.RUNTIME_ERROR, "No active exception to reraise");
            }
            throw handled.peek();
        }
        Value value = executor.evaluate(raise.exception().get(), frame);
        raise.cause().ifPresent(cause -> executor.evaluate(cause, frame));
        machine.at(raise.span());
        throw new PythonError(exception(value)).locate(raise.span());
    }

    /** The exception to raise: an instance, or a class of which one is made. */
    InstanceValue exception(Value value) {
        Value made = value instanceof ClassValue type ? machine.call(type, List.of()) : value;
        if (made instanceof InstanceValue instance && instance.type().isSubclassOf(ExceptionTypes.BASE_EXCEPTION)) {
            return instance;
        }
        throw PythonError.typeError("exceptions must derive from BaseException");
    }

    InstanceValue make(ClassValue type, List<Value> arguments) {
        SourceSpan here = machine.span();
        return (InstanceValue) machine.call(type, new Call(arguments, Map.of(), here, machine));
    }

    /** What every exception has beside its own attributes. */
    static Optional<Value> attribute(InstanceValue instance, String name) {
        if (!instance.type().isSubclassOf(ExceptionTypes.BASE_EXCEPTION)) {
            return Optional.empty();
        }
        return switch (name) {
            case "with_traceback" -> Optional.of(HostFunction.of("with_traceback", "traceback, /", call -> instance));
            case "value" ->
                instance.type().isSubclassOf(ExceptionTypes.STOP_ITERATION)
                                && instance.attributes().get("args") instanceof TupleValue tuple
                                && tuple.size() > 0
                        ? Optional.of(tuple.get(0))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
