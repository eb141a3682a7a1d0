package dev.cadwright.kernel;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * A pool of long-lived worker processes, each single-threaded and jailed by itself. Safe for use by many threads: a call
 * blocks while all workers are busy. Workers start when first needed, and are replaced when they die, run out of time or
 * memory, or have served their share of requests.
 */
public final class KernelPool implements AutoCloseable {
    private final Dispatcher dispatcher;

    public KernelPool(KernelOptions options) {
        this.dispatcher = new Dispatcher(new Slots(Objects.requireNonNull(options, "options")));
    }

    /**
     * Builds a shape and measures it.
     *
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Execution execute(Source source, Request request) {
        if (Sources.isEmpty(source)) {
            return Sources.nothing();
        }
        List<Instruction> instructions = new ArrayList<>();
        int shape = Sources.build(source, request.longestSide(), 1, instructions);
        instructions.add(Instruction.measure(shape));
        request.mesh()
                .ifPresent(deflection ->
                        instructions.add(Instruction.mesh(shape, deflection).optional()));
        if (request.step()) {
            instructions.add(Instruction.writeStep(shape).optional());
        }
        if (request.brep()) {
            instructions.add(Instruction.writeBrep(shape).optional());
        }
        return switch (dispatcher.dispatch(request.budget(), instructions)) {
            case Dispatcher.Outcome.Answer answer -> read(request, answer);
            case Dispatcher.Outcome.Lost(var execution) -> execution;
        };
    }

    /** What a worker says is not trusted: an answer that does not add up counts as its crash. */
    private static Execution read(Request request, Dispatcher.Outcome.Answer answer) {
        try {
            return ExecutionReader.read(request, answer);
        } catch (NoSuchElementException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | UncheckedIOException e) {
            return new Execution.Crashed("unreadable answer: " + e.getMessage(), answer.elapsed());
        }
    }

    /**
     * Builds two shapes in one worker and measures what they have in common.
     *
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Comparison compare(Source first, Source second, CompareRequest request) {
        return new Comparing(this, dispatcher, first, second, request).compare();
    }

    /**
     * Starts a worker if none runs, and tells what it says of itself.
     *
     * @throws KernelException if there is no usable worker
     */
    public WorkerInformation information() {
        return dispatcher.information();
    }

    /** Ends all workers. Calls in progress end with {@link KernelException.Code#CLOSED}. */
    @Override
    public void close() {
        dispatcher.close();
    }
}
