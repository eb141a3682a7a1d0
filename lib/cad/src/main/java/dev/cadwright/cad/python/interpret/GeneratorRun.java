package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.interpret.GeneratorLevel.Block;
import dev.cadwright.cad.python.interpret.GeneratorLevel.Delegation;
import dev.cadwright.cad.python.interpret.GeneratorLevel.ForLoop;
import dev.cadwright.cad.python.interpret.GeneratorLevel.Resumption;
import dev.cadwright.cad.python.interpret.GeneratorLevel.TryBlock;
import dev.cadwright.cad.python.interpret.GeneratorLevel.WhileLoop;
import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Statement;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A generator function that runs from {@code yield} to {@code yield}. Statements around a yield are kept on a stack of
 * levels instead of Java's own, so that no thread is needed; statements without one run as everywhere.
 */
final class GeneratorRun implements Iterator<Value> {
    private final Machine machine;
    private final Frame frame;
    private final Yields yields = new Yields();
    private final Deque<GeneratorLevel> levels = new ArrayDeque<>();
    private Value ahead;
    private boolean running;

    GeneratorRun(Machine machine, List<Statement> body, Frame frame) {
        this.machine = machine;
        this.frame = frame;
        levels.push(new Block(body));
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !levels.isEmpty()) {
            ahead = resume();
        }
        return ahead != null;
    }

    @Override
    public Value next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Value value = ahead;
        ahead = null;
        return value;
    }

    /** Runs to the next yield; null at the end. */
    private Value resume() {
        if (running) {
            throw PythonError.valueError("generator already executing");
        }
        machine.meter().enterCall();
        SourceSpan caller = machine.span();
        Frame before = machine.frame();
        machine.setFrame(frame);
        running = true;
        try {
            return run();
        } catch (PythonError error) {
            levels.clear();
            throw error.locate(machine.span());
        } finally {
            running = false;
            machine.meter().leaveCall();
            machine.setFrame(before);
            machine.at(caller);
        }
    }

    private Value run() {
        while (!levels.isEmpty()) {
            machine.step(1);
            try {
                Optional<Value> yielded = advance(levels.element());
                if (yielded.isPresent()) {
                    return yielded.get();
                }
            } catch (PythonError error) {
                recover(error.locate(machine.span()));
            }
        }
        return null;
    }

    private Optional<Value> advance(GeneratorLevel level) {
        switch (level) {
            case Block block -> {
                if (block.ended()) {
                    levels.pop();
                    return Optional.empty();
                }
                return execute(block.next());
            }
            case ForLoop loop -> {
                if (loop.values().hasNext()) {
                    Value value = loop.values().next();
                    machine.executor().assignments().assign(loop.tree().target(), value, frame);
                    levels.push(new Block(loop.tree().body()));
                } else {
                    replace(new Block(loop.tree().otherwise()));
                }
            }
            case WhileLoop(Statement.While tree) -> {
                if (machine.truth(machine.evaluator().evaluate(tree.condition(), frame))) {
                    levels.push(new Block(tree.body()));
                } else {
                    replace(new Block(tree.otherwise()));
                }
            }
            case Delegation(Iterator<Value> values) -> {
                if (values.hasNext()) {
                    return Optional.of(values.next());
                }
                levels.pop();
            }
            case Resumption(Statement.Assign assign) -> {
                levels.pop();
                assign.targets()
                        .forEach(target -> machine.executor().assignments().assign(target, NoneValue.NONE, frame));
            }
            case TryBlock attempt -> leave(attempt);
        }
        return Optional.empty();
    }

    private void replace(GeneratorLevel by) {
        levels.pop();
        levels.push(by);
    }

    private Optional<Value> execute(Statement statement) {
        machine.at(statement.span());
        if (!yields.in(statement)) {
            complete(machine.executor().run(List.of(statement), frame));
            return Optional.empty();
        }
        switch (statement) {
            case Statement.Evaluate(Expression.Yield yield, SourceSpan span) -> {
                return yielded(yield);
            }
            case Statement.Assign assign
            when assign.value() instanceof Expression.Yield yield -> {
                levels.push(new Resumption(assign));
                return yielded(yield);
            }
            case Statement.If branches ->
                levels.push(new Block(machine.executor().chosen(branches, frame)));
            case Statement.For loop -> {
                Value iterable = machine.evaluator().evaluate(loop.iterable(), frame);
                levels.push(new ForLoop(loop, machine.iterate(iterable)));
            }
            case Statement.While loop -> levels.push(new WhileLoop(loop));
            case Statement.Try attempt -> {
                levels.push(new TryBlock(attempt));
                levels.push(new Block(attempt.body()));
            }
            default -> throw new UnsupportedConstruct("yield within this statement", "", statement.span());
        }
        return Optional.empty();
    }

    private Optional<Value> yielded(Expression.Yield yield) {
        Value value = yield.value()
                .map(expression -> machine.evaluator().evaluate(expression, frame))
                .orElse(NoneValue.NONE);
        if (!yield.from()) {
            return Optional.of(value);
        }
        levels.push(new Delegation(machine.iterate(value)));
        return Optional.empty();
    }

    /** Carries out a break, a continue or a return through the levels; a {@code finally} on the way comes first. */
    private void complete(Completion completion) {
        if (completion == Completion.NORMAL) {
            return;
        }
        while (!levels.isEmpty()) {
            GeneratorLevel level = levels.element();
            if (level instanceof TryBlock attempt && attempt.beginLast(completion, null)) {
                levels.push(new Block(attempt.tree().last()));
                return;
            }
            boolean loop = level instanceof ForLoop || level instanceof WhileLoop;
            if (loop && completion == Completion.CONTINUE) {
                return;
            }
            levels.pop();
            if (loop && completion == Completion.BREAK) {
                return;
            }
        }
    }

    /** A block of a try statement has ended: what comes behind it. */
    private void leave(TryBlock attempt) {
        if (attempt.beginElse()) {
            levels.push(new Block(attempt.tree().otherwise()));
        } else if (attempt.beginLast(Completion.NORMAL, null)) {
            levels.push(new Block(attempt.tree().last()));
        } else {
            levels.pop();
            if (attempt.error() != null) {
                throw attempt.error();
            }
            complete(attempt.completion());
        }
    }

    /** Finds the handler of an error among the levels. */
    private void recover(PythonError error) {
        while (!levels.isEmpty()) {
            if (levels.element() instanceof TryBlock attempt) {
                Optional<Statement.Try.Handler> handler = attempt.inBody()
                        ? machine.executor().exceptions().find(attempt.tree().handlers(), error, frame)
                        : Optional.empty();
                if (handler.isPresent()) {
                    attempt.beginHandler();
                    handler.get().name().ifPresent(name -> machine.names()
                            .store(name, error.exception(), frame.environment()));
                    levels.push(new Block(handler.get().body()));
                    return;
                }
                if (attempt.beginLast(Completion.NORMAL, error)) {
                    levels.push(new Block(attempt.tree().last()));
                    return;
                }
            }
            levels.pop();
        }
        throw error;
    }
}
