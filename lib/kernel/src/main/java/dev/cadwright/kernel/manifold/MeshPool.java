package dev.cadwright.kernel.manifold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.Binary;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.WorkerInformation;
import dev.cadwright.kernel.WorkerPool;
import dev.cadwright.kernel.mesh.MeshWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pool of workers for closed meshes. Meshes must enclose a solid and face outwards; corners of equal coordinates are
 * joined. Coordinates keep their full precision. Safe for use by many threads: a call blocks while all workers are busy.
 */
public final class MeshPool implements AutoCloseable {
    private static final int RECYCLE_AFTER = 5000;

    private final WorkerPool workers;

    /** With the program where {@link MeshWorker} finds it. */
    public MeshPool(int workers) {
        this(workers, MeshWorker.program());
    }

    public MeshPool(int workers, Path program) {
        this.workers = new WorkerPool(
                MeshWorker.command("mesh worker", program, List.of("manifold"), Optional.empty()),
                workers,
                RECYCLE_AFTER);
    }

    /**
     * Combines meshes, in order.
     *
     * @throws IllegalArgumentException if there is no mesh
     * @throws dev.cadwright.kernel.KernelException if there is no usable worker, the pool is closed, or the calling
     *     thread is interrupted
     */
    public MeshOutcome<MeshResult> apply(MeshOperation operation, List<Mesh> meshes, Budget budget) {
        if (meshes.isEmpty()) {
            throw new IllegalArgumentException("an operation needs a mesh");
        }
        return ask(operation.label(), meshes, budget, MeshPool::result);
    }

    /**
     * Measures what two meshes have in common, exactly.
     *
     * @throws dev.cadwright.kernel.KernelException if there is no usable worker, the pool is closed, or the calling
     *     thread is interrupted
     */
    public MeshOutcome<MeshOverlap> overlap(Mesh first, Mesh second, Budget budget) {
        return ask(
                "overlap",
                List.of(first, second),
                budget,
                reply -> new MeshOverlap(
                        reply.path("first").doubleValue(),
                        reply.path("second").doubleValue(),
                        reply.path("common").doubleValue()));
    }

    /** Starts a worker if none runs, and tells what it says of itself. */
    public WorkerInformation information() {
        return workers.information();
    }

    /** Ends all workers. */
    @Override
    public void close() {
        workers.close();
    }

    private interface Reading<T> {
        T read(JsonNode reply) throws IOException;
    }

    private <T> MeshOutcome<T> ask(String operation, List<Mesh> meshes, Budget budget, Reading<T> reading) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("operation", operation);
        request.put("meshes", meshes.stream().map(MeshPool::fields).toList());
        request.put("memory", budget.memory());
        request.put("triangles", budget.triangles());
        return switch (workers.ask(request, budget.time())) {
            case WorkerPool.Answer.Replied(var reply, var elapsed) -> read(reply, elapsed, reading);
            case WorkerPool.Answer.Late(var elapsed) ->
                new MeshOutcome.Failed<>(Category.TIMEOUT, "time", "the time budget is used up", elapsed);
            case WorkerPool.Answer.TooLarge(var elapsed) ->
                new MeshOutcome.Failed<>(Category.EXHAUSTED, "request.size", "the meshes are too large", elapsed);
            case WorkerPool.Answer.OutOfMemory(var elapsed) ->
                new MeshOutcome.Failed<>(Category.EXHAUSTED, "memory", "the memory budget is used up", elapsed);
            case WorkerPool.Answer.Died(var cause, var elapsed) ->
                new MeshOutcome.Failed<>(Category.CRASH, "worker.died", cause, elapsed);
        };
    }

    private static Map<String, Object> fields(Mesh mesh) {
        return Map.of("vertices", Binary.bytes(mesh.vertices()), "triangles", Binary.bytes(mesh.triangles()));
    }

    private static <T> MeshOutcome<T> read(JsonNode reply, Duration elapsed, Reading<T> reading) {
        try {
            return switch (reply.path("outcome").asText()) {
                case "ok" -> new MeshOutcome.Made<>(reading.read(reply), elapsed);
                case "invalid" -> failed(Category.INVALID, reply, elapsed);
                case "runtime" -> failed(Category.RUNTIME, reply, elapsed);
                case "exhausted" -> failed(Category.EXHAUSTED, reply, elapsed);
                default -> failed(Category.CRASH, reply, elapsed);
            };
        } catch (IOException | IllegalArgumentException e) {
            return new MeshOutcome.Failed<>(
                    Category.CRASH, "worker.answer", "unreadable answer: " + e.getMessage(), elapsed);
        }
    }

    private static <T> MeshOutcome<T> failed(Category category, JsonNode reply, Duration elapsed) {
        return new MeshOutcome.Failed<>(
                category, reply.path("code").asText(), reply.path("message").asText(), elapsed);
    }

    private static MeshResult result(JsonNode reply) throws IOException {
        Mesh mesh = new Mesh(Binary.doubles(reply.path("vertices")), Binary.integers(reply.path("triangles")));
        return new MeshResult(
                mesh,
                reply.path("volume").doubleValue(),
                reply.path("area").doubleValue(),
                reply.path("genus").intValue());
    }
}
