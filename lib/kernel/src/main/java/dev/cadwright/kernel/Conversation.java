package dev.cadwright.kernel;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.kernel.Dispatcher.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a session says to its worker, and hears. The worker is borrowed with the first frame. Once time, memory or the
 * worker's life has run out, nothing more is said.
 */
final class Conversation implements AutoCloseable {
    private final Dispatcher dispatcher;
    private final Budget budget;
    private ShapeCompiler compiler;
    private Lease lease;
    private Execution end;
    private int operations;

    /** @param joins whether unions of unions may be done in one operation */
    Conversation(Dispatcher dispatcher, Budget budget, boolean joins) {
        this.dispatcher = dispatcher;
        this.budget = budget;
        this.compiler = new ShapeCompiler(1, joins);
    }

    /** What to do with shapes once they are built. */
    @FunctionalInterface
    interface Question {
        List<Instruction> instructions(ShapeHandles handles);
    }

    /** @param failedAt where in the program the refused step stands, if one was refused */
    record Heard(Outcome outcome, SourceSpan failedAt) {}

    /** Builds shapes, as far as they are not there, and asks. Only a lost outcome ends the session. */
    Heard ask(List<Shape> shapes, Question question) {
        if (end != null) {
            return new Heard(new Outcome.Lost(end), SourceSpan.NONE);
        }
        shapes.forEach(compiler::compile);
        List<Instruction> instructions = new ArrayList<>(compiler.instructions());
        instructions.addAll(question.instructions(compiler));
        Outcome outcome = exchange(instructions);
        return switch (outcome) {
            case Outcome.Lost(var execution) -> {
                end(execution);
                yield new Heard(outcome, SourceSpan.NONE);
            }
            case Outcome.Answer(Reply reply, var _, var _) -> {
                int done = reply.failure().map(Reply.Failure::operation).orElse(instructions.size());
                SourceSpan span = done < instructions.size() ? spanOf(done, shapes) : SourceSpan.NONE;
                compiler.settle(done);
                yield new Heard(outcome, span);
            }
        };
    }

    /**
     * Whether shapes were built in fewer steps than the program has, and can be built anew step by step without that what
     * the program chose since becomes something else. If so, they will be.
     */
    boolean goesBackToSingleSteps() {
        if (end != null || !compiler.hasJoined() || compiler.hasChosenSince()) {
            return false;
        }
        compiler = compiler.stepByStep();
        return true;
    }

    /** Whether shapes were built in fewer steps than the program has, and it chose parts of them since. */
    boolean hasChosenFromJoined() {
        return end == null && compiler.hasChosenSince();
    }

    /** Nothing more can be asked. */
    void end(Execution execution) {
        end = execution;
        close();
    }

    /** How the session ended, if it did. */
    Optional<Execution> end() {
        return Optional.ofNullable(end);
    }

    Budget budget() {
        return budget;
    }

    /** Gives the worker back. */
    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }

    private Outcome exchange(List<Instruction> instructions) {
        operations += instructions.size();
        if (operations > budget.operations()) {
            return new Outcome.Lost(exhausted());
        }
        if (lease == null) {
            lease = dispatcher.lease(budget);
        }
        try {
            return lease.exchange(instructions);
        } catch (InterruptedException e) {
            throw Dispatcher.interrupted(e);
        }
    }

    private Execution exhausted() {
        Fault fault = Fault.of("operations", "the program takes more than " + budget.operations() + " operations");
        return new Execution.Exhausted(budget, fault, lease == null ? Duration.ZERO : lease.elapsed());
    }

    /** A question that is refused concerns the first of its shapes. */
    private SourceSpan spanOf(int instruction, List<Shape> shapes) {
        return compiler.spanOf(instruction).orElseGet(() -> shapes.getFirst().span());
    }
}
