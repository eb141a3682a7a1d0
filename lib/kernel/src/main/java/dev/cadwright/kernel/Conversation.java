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
    private boolean endedWorker;
    private boolean closed;
    private final long start;
    private volatile Duration waited = Duration.ZERO;
    private int operations;

    /**
     * @param spent what is used up already of the budget's time
     * @param joins whether unions of unions may be done in one operation
     */
    Conversation(Dispatcher dispatcher, Budget budget, Duration spent, boolean joins) {
        this.dispatcher = dispatcher;
        this.budget = budget;
        this.start = System.nanoTime() - spent.toNanos();
        this.compiler = new ShapeCompiler(1, joins);
    }

    /** What to do with shapes once they are built. */
    @FunctionalInterface
    interface Question {
        List<Instruction> instructions(ShapeHandles handles);
    }

    /** @param failedAt where in the program the refused step stands, if one was refused */
    record Heard(Outcome outcome, SourceSpan failedAt) {}

    /**
     * Builds shapes, as far as they are not there, and asks. Only a lost outcome ends the session.
     *
     * @throws IllegalStateException if the session is closed
     */
    Heard ask(List<Shape> shapes, Question question) {
        requireOpen();
        if (end != null) {
            return new Heard(Outcome.Lost.before(end), SourceSpan.NONE);
        }
        shapes.forEach(compiler::compile);
        List<Instruction> instructions = new ArrayList<>(compiler.instructions());
        instructions.addAll(question.instructions(compiler));
        Outcome outcome = exchange(instructions);
        return switch (outcome) {
            case Outcome.Lost(var execution, boolean workerEnded) -> {
                endedWorker = workerEnded;
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

    /** @throws IllegalStateException if the session is closed */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }

    /** Nothing more can be asked. */
    void end(Execution execution) {
        end = execution;
        giveBack();
    }

    /** How the session ended, if it did. */
    Optional<Execution> end() {
        return Optional.ofNullable(end);
    }

    /** How the session ended, if that cost a worker its life. */
    Optional<Execution> death() {
        return endedWorker ? end() : Optional.empty();
    }

    Budget budget() {
        return budget;
    }

    /** How much of the budget's time is used up. Waiting for a free worker takes none. Another thread may ask. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start).minus(waited);
    }

    /** Gives the worker back; nothing more can be asked. */
    @Override
    public void close() {
        closed = true;
        giveBack();
    }

    private void giveBack() {
        if (lease != null) {
            lease.close();
        }
    }

    private Outcome exchange(List<Instruction> instructions) {
        operations += instructions.size();
        if (operations > budget.operations()) {
            return Outcome.Lost.before(exhausted());
        }
        if (lease == null) {
            Duration spent = elapsed();
            lease = dispatcher.lease(budget, spent);
            waited = elapsed().minus(spent);
        }
        try {
            return lease.exchange(instructions);
        } catch (InterruptedException e) {
            throw Dispatcher.interrupted(e);
        }
    }

    private Execution exhausted() {
        Fault fault = Fault.of("operations", "the program takes more than " + budget.operations() + " operations");
        return new Execution.Exhausted(budget, fault, elapsed());
    }

    /** A question that is refused concerns the first of its shapes. */
    private SourceSpan spanOf(int instruction, List<Shape> shapes) {
        return compiler.spanOf(instruction).orElseGet(() -> shapes.getFirst().span());
    }
}
