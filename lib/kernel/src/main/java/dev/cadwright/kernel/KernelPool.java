package dev.cadwright.kernel;

import dev.cadwright.cad.shape.ModellingException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

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
        List<Instruction> instructions = Sources.instructions(source, request);
        Supplier<Quarantine.Key> key = () -> Quarantine.Key.of(instructions, request);
        return quarantine.verdict(key).orElseGet(() -> dispatch(key, source, instructions, request));
    }

    private Execution dispatch(
            Supplier<Quarantine.Key> key, Source source, List<Instruction> instructions, Request request) {
        return switch (dispatcher.dispatch(request.budget(), instructions)) {
            case Dispatcher.Outcome.Answer answer ->
                Sources.explained(source, ExecutionReader.read(request, List.of(), answer));
            case Dispatcher.Outcome.Lost(var execution, boolean workerEnded) -> {
                Execution outcome = Sources.explained(source, execution);
                if (workerEnded) {
                    quarantine.note(key.get(), outcome);
                }
                yield outcome;
            }
        };
    }

    /**
     * Opens a session: the life of one program that asks about its shapes. Close it, so that others get its worker.
     *
     * @param budget what the whole session may cost
     */
    public KernelSession session(Budget budget) {
        return new KernelSession(new Conversation(dispatcher, budget, Duration.ZERO, true), death -> {});
    }

    /**
     * Opens a session for a program whose {@link #verdict} should be known.
     *
     * @param program its text
     * @param request what is asked of the program; its budget is the session's
     */
    public KernelSession session(String program, Request request) {
        Conversation conversation = new Conversation(dispatcher, request.budget(), Duration.ZERO, true);
        return new KernelSession(conversation, death -> quarantine.note(Quarantine.Key.of(program, request), death));
    }

    /**
     * As {@link #session(String, Request)}, but every union is done as the program writes it. None, where that has cost two
     * workers their life.
     *
     * @param program its text
     * @param spent what is used up already of the time of the request's budget
     */
    public Optional<KernelSession> sessionOfSingleSteps(String program, Request request, Duration spent) {
        Quarantine.Key key = Quarantine.Key.of(program, request).inSingleSteps();
        if (quarantine.verdict(() -> key).isPresent()) {
            return Optional.empty();
        }
        Conversation conversation = new Conversation(dispatcher, request.budget(), spent, false);
        return Optional.of(new KernelSession(conversation, death -> quarantine.note(key, death)));
    }

    /**
     * The outcome of a program that has cost two workers their life with the same request.
     *
     * @param program its text
     */
    public Optional<Execution> verdict(String program, Request request) {
        return quarantine.verdict(() -> Quarantine.Key.of(program, request));
    }

    /**
     * Runs a program in a session of its own and executes what it leaves. An exception of the modeller that the program
     * does not catch is an outcome; others pass through.
     *
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Execution run(ShapeProgram program, Request request) {
        try (KernelSession session = session(request.budget())) {
            try {
                return session.execute(program.run(session.modeller()), request);
            } catch (ModellingException e) {
                return session.outcomeOf(e);
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
