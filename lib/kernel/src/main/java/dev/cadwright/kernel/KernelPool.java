package dev.cadwright.kernel;

import dev.cadwright.cad.shape.ModellingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A pool of long-lived worker processes, each single-threaded and jailed by itself. Safe for use by many threads: a call
 * blocks while all workers are busy. Workers start when first needed, and are replaced when they die, run out of time or
 * memory, or have served their share of requests.
 */
public final class KernelPool implements AutoCloseable {
    private final Dispatcher dispatcher;
    private final Quarantine quarantine = new Quarantine();

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
        Quarantine.Key key = new Quarantine.Key(Sources.identity(source), request.budget());
        Execution outcome = quarantine.verdict(key).orElseGet(() -> {
            Execution execution = dispatch(source, request);
            quarantine.note(key, execution);
            return execution;
        });
        return outcome instanceof Execution.Crashed crash ? Sources.explained(source, crash) : outcome;
    }

    private Execution dispatch(Source source, Request request) {
        List<Instruction> instructions = new ArrayList<>();
        int shape = Sources.build(source, request.longestSide(), 1, instructions);
        instructions.addAll(Sources.queries(shape, List.of(), request));
        return switch (dispatcher.dispatch(request.budget(), instructions)) {
            case Dispatcher.Outcome.Answer answer -> ExecutionReader.read(request, List.of(), answer);
            case Dispatcher.Outcome.Lost(var execution) -> execution;
        };
    }

    /**
     * Opens a session: the life of one program that asks about its shapes. Close it, so that others get its worker.
     *
     * @param budget what the whole session may cost
     */
    public KernelSession session(Budget budget) {
        return new KernelSession(new Conversation(dispatcher, budget, true), end -> {});
    }

    /**
     * Opens a session for a program whose {@link #verdict} should be known.
     *
     * @param identity equal for the same program
     */
    public KernelSession session(Object identity, Budget budget) {
        Quarantine.Key key = new Quarantine.Key(identity, budget);
        return new KernelSession(new Conversation(dispatcher, budget, true), end -> quarantine.note(key, end));
    }

    /** As {@link #session(Budget)}, but every union is done as the program writes it. */
    public KernelSession sessionOfSingleSteps(Budget budget) {
        return new KernelSession(new Conversation(dispatcher, budget, false), end -> {});
    }

    /** The outcome of a program that has cost two workers their life within the same budget. */
    public Optional<Execution> verdict(Object identity, Budget budget) {
        return quarantine.verdict(new Quarantine.Key(identity, budget));
    }

    /**
     * Runs a program as {@link #run(ShapeProgram, Request)} does, unless it has cost two workers their life within the
     * same budget: then the outcome is what it was.
     *
     * @param identity equal for the same program, such as its text
     */
    public Execution run(Object identity, ShapeProgram program, Request request) {
        Quarantine.Key key = new Quarantine.Key(identity, request.budget());
        return quarantine.verdict(key).orElseGet(() -> {
            Execution execution = run(program, request);
            quarantine.note(key, execution);
            return execution;
        });
    }

    /**
     * Runs a program in a session of its own and executes what it leaves. An exception of the modeller that the program
     * does not catch is an outcome; others pass through.
     *
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Execution run(ShapeProgram program, Request request) {
        long start = System.nanoTime();
        try (KernelSession session = session(request.budget())) {
            try {
                return session.execute(program.run(session.modeller()), request);
            } catch (ModellingException e) {
                return session.outcomeOf(e, Duration.ofNanos(System.nanoTime() - start));
            }
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
     * Hands an empty request to a worker and waits for its answer: what a request costs besides its work.
     *
     * @return wall time
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Duration roundTrip() {
        long start = System.nanoTime();
        dispatcher.dispatch(Budget.STANDARD, List.of());
        return Duration.ofNanos(System.nanoTime() - start);
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
