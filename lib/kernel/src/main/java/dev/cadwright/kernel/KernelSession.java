package dev.cadwright.kernel;

import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.NamedShape;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.kernel.Dispatcher.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The life of one program in the kernel: a worker that keeps the program's shapes from its first question to the end.
 * The worker is borrowed with the first question, so that a session that is open costs nothing until then. The budget
 * covers all that the session does; its time runs from opening, and stands still while the session waits for a free
 * worker. Used by one thread at a time.
 */
public final class KernelSession implements AutoCloseable {
    private final Conversation conversation;
    private final SessionModeller modeller;
    private final Consumer<Execution> witness;
    private boolean doubtful;

    /** @param witness hears on closing how the session ended, if that cost a worker its life */
    KernelSession(Conversation conversation, Consumer<Execution> witness) {
        this.conversation = conversation;
        this.witness = witness;
        this.modeller = new SessionModeller(conversation);
    }

    /** Answers questions about shapes, by building them in this session. */
    public Modeller modeller() {
        return modeller;
    }

    /**
     * Builds what is not built yet and measures the compound of all unique solids in the shapes; with no solid at all,
     * the compound of the shapes. A refused step leaves the session usable.
     *
     * @param request its budget does not count: the session's does
     * @throws KernelException if there is no usable worker, the pool is closed, or the calling thread is interrupted
     */
    public Execution execute(List<Shape> results, Request request) {
        return execute(results, List.of(), request);
    }

    /**
     * As {@link #execute(List, Request)}; STEP and bodies keep the parts of an assembly apart, each with its name and its
     * colour, unless the shape is normalised.
     *
     * @param parts of the results; none where they are no assembly
     */
    public Execution execute(List<Shape> results, List<NamedShape> parts, Request request) {
        conversation.requireOpen();
        if (results.isEmpty()) {
            return conversation
                    .end()
                    .orElseGet(() -> new Execution.NoResult(
                            Fault.of("program.no_result", "the program leaves no shape"), Duration.ZERO));
        }
        List<NamedShape> kept = request.longestSide().isEmpty() && needsParts(request) ? parts : List.of();
        Execution execution = executeOnce(results, kept, request);
        // Now and then one large operation spoils what several small ones do well.
        if (isSpoilt(execution) && conversation.goesBackToSingleSteps()) {
            Execution again = executeOnce(results, kept, request);
            return again instanceof Execution.Solid ? again : execution;
        }
        doubtful = isSpoilt(execution) && conversation.hasChosenFromJoined();
        return execution;
    }

    /**
     * Whether what was executed last came out unsound, and unions done in one operation may be why, but cannot be done
     * over: the program has chosen parts of their results. The program itself can, in a session of single steps.
     */
    public boolean isDoubtful() {
        return doubtful;
    }

    private static boolean needsParts(Request request) {
        return request.step() || request.bodies().isPresent();
    }

    private Execution executeOnce(List<Shape> results, List<NamedShape> named, Request request) {
        List<Shape> shapes = new ArrayList<>(results);
        named.forEach(part -> shapes.add(part.shape()));
        List<Part> parts = new ArrayList<>();
        Conversation.Heard heard = conversation.ask(shapes, handles -> {
            named.forEach(part -> parts.add(new Part(handles.of(part.shape()), part.name(), part.colour())));
            return queries(handles.of(results), parts, request);
        });
        return switch (heard.outcome()) {
            case Outcome.Lost(var execution, var _) -> execution;
            case Outcome.Answer answer -> {
                Execution execution =
                        ExecutionReader.read(request, parts, answer).at(heard.failedAt());
                if (execution instanceof Execution.Exhausted) {
                    conversation.end(execution);
                }
                yield execution;
            }
        };
    }

    private static boolean isSpoilt(Execution execution) {
        return execution instanceof Execution.Invalid || execution instanceof Execution.Rejected;
    }

    /**
     * Each edge of a shape as the points of a line along it, x y z in turn.
     *
     * @param linear the largest distance of the line from the edge
     * @param angular the largest angle between neighbouring pieces of a line, in radians
     * @throws ModellingException if the shape cannot be built
     */
    public List<double[]> edges(Shape shape, double linear, double angular) {
        return modeller.edges(shape, linear, angular);
    }

    /** How the session ended where time, memory or the worker's life ran out; nothing more can be asked then. */
    public Optional<Execution> ended() {
        return conversation.end();
    }

    /** What an exception of the modeller means, where the program did not catch it. */
    public Execution outcomeOf(ModellingException refusal) {
        return ended().orElseGet(() -> new Execution.Rejected(
                Execution.Rejection.RUNTIME,
                Fault.of(refusal.code(), refusal.getMessage()).at(refusal.span()),
                elapsed()));
    }

    /** How much of the session's time is used up. Any thread may ask. */
    public Duration elapsed() {
        return conversation.elapsed();
    }

    /** Gives the worker back; it forgets the shapes. Who goes on asking gets an {@link IllegalStateException}. */
    @Override
    public void close() {
        conversation.close();
        conversation.death().ifPresent(witness);
    }

    private static List<Instruction> queries(List<Integer> shapes, List<Part> parts, Request request) {
        List<Instruction> queries = new ArrayList<>();
        queries.add(Instruction.gather(Instruction.GATHERED, shapes));
        request.longestSide().ifPresent(side -> queries.add(Instruction.normalise(Instruction.GATHERED, side)));
        queries.addAll(Sources.queries(Instruction.GATHERED, parts, request));
        return queries.stream().map(Instruction::loose).toList();
    }
}
