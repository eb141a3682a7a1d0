package dev.cadwright.kernel.openscad;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Execution.Rejection;
import dev.cadwright.kernel.KernelException;
import dev.cadwright.kernel.WorkerInformation;
import dev.cadwright.kernel.WorkerPool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A pool of workers that run OpenSCAD programs, each in a fresh instance of the tool. Safe for use by many threads: a
 * call blocks while all workers are busy. A worker that dies, or runs out of time or memory, is replaced.
 */
public final class ScadPool implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ScadPool.class.getName());

    private final WorkerPool workers;
    private final AtomicBoolean told = new AtomicBoolean();

    public ScadPool(ScadOptions options) {
        this.workers = new WorkerPool(options.command(), options.workers(), options.recycleAfter());
    }

    /**
     * Runs a program and measures what it makes. Where there is no usable worker, that is {@code openscad.unavailable}
     * of each program, so that those of other languages beside it are served.
     *
     * @throws KernelException if the pool is closed, or the calling thread is interrupted
     */
    public ScadExecution execute(ScadSource source, Budget budget) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", source.name());
        // As bytes: long texts would go in pieces.
        request.put("text", source.text().getBytes(StandardCharsets.UTF_8));
        request.put("files", source.files());
        request.put("memory", budget.memory());
        request.put("triangles", budget.triangles());
        try {
            return outcome(workers.ask(request, budget.time()), budget);
        } catch (KernelException e) {
            return switch (e.code()) {
                case WORKER_MISSING, WORKER_UNUSABLE -> unavailable(e);
                case CLOSED, INTERRUPTED -> throw e;
            };
        }
    }

    private ScadExecution unavailable(KernelException cause) {
        if (told.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.WARNING, cause.getMessage());
        }
        ScadFault fault = new ScadFault(
                "openscad.unavailable",
                "what runs OpenSCAD programs is not installed: ./cadwright setup fetches it",
                0);
        return new ScadExecution.Rejected(Rejection.UNSUPPORTED, fault, ScadOutput.NONE, Duration.ZERO);
    }

    private static ScadExecution outcome(WorkerPool.Answer answer, Budget budget) {
        return switch (answer) {
            case WorkerPool.Answer.Replied(var reply, var elapsed) -> read(reply, budget, elapsed);
            case WorkerPool.Answer.Late(var elapsed) -> new ScadExecution.TimedOut(budget, elapsed);
            case WorkerPool.Answer.TooLarge(var elapsed) ->
                exhausted(budget, "request.size", "the program and its files are too large", elapsed);
            case WorkerPool.Answer.OutOfMemory(var elapsed) ->
                exhausted(budget, "memory", "the memory budget is used up", elapsed);
            case WorkerPool.Answer.Died(var cause, var elapsed) -> new ScadExecution.Crashed(cause, elapsed);
        };
    }

    /**
     * Starts a worker if none runs, and tells what it says of itself.
     *
     * @throws dev.cadwright.kernel.KernelException if there is no usable worker
     */
    public WorkerInformation information() {
        return workers.information();
    }

    /** Ends all workers. */
    @Override
    public void close() {
        workers.close();
    }

    private static ScadExecution read(JsonNode reply, Budget budget, Duration elapsed) {
        try {
            return ScadReply.read(reply, budget, elapsed);
        } catch (IOException | IllegalArgumentException e) {
            return new ScadExecution.Crashed("unreadable answer: " + e.getMessage(), elapsed);
        }
    }

    private static ScadExecution exhausted(Budget budget, String code, String message, Duration elapsed) {
        return new ScadExecution.Exhausted(budget, new ScadFault(code, message, 0), ScadOutput.NONE, elapsed);
    }
}
