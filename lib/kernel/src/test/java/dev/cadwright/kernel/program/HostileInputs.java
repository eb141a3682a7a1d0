package dev.cadwright.kernel.program;

import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Workers;
import dev.cadwright.kernel.mesh.MeshWorker;
import dev.cadwright.kernel.openscad.ScadOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The real workers, and how inputs end in them. */
final class HostileInputs {
    static final Duration TIME = Duration.ofSeconds(2);
    /** What reading and ending a worker may take on a busy machine. */
    static final Duration SLACK = Duration.ofSeconds(2);

    private static final Request REQUEST =
            Request.properties().within(Budget.STANDARD.withTime(TIME).withMemory(512L << 20));
    private static final byte[] BOX =
            "import cadquery as cq\nr = cq.Workplane().box(1, 2, 3)\n".getBytes(StandardCharsets.UTF_8);

    private HostileInputs() {}

    /** @param elapsed from the bytes to the outcome, without waiting for a worker that is free */
    record Ending(Category category, String detail, Duration elapsed) {
        @Override
        public String toString() {
            return "%s after %d ms %s".formatted(category, elapsed.toMillis(), detail);
        }
    }

    static ProgramPool pool() {
        return new ProgramPool(
                new KernelPool(Workers.options().withWorkers(2)),
                ScadOptions.standard().withWorkers(1));
    }

    /** Whether OpenSCAD's worker is built here. */
    static boolean canRun(InputKind kind) {
        return kind != InputKind.OPENSCAD || MeshWorker.isBuilt(MeshWorker.program());
    }

    static Ending end(InputKind kind, byte[] content, ProgramPool pool) {
        long start = System.nanoTime();
        ProgramInput input = kind.read(content);
        Duration reading = Duration.ofNanos(System.nanoTime() - start);
        return switch (input) {
            case ProgramInput.Unreadable(var _, var diagnostic) ->
                new Ending(
                        diagnostic.isUnsupported() ? Category.UNSUPPORTED : Category.SYNTAX,
                        diagnostic.toString(),
                        reading);
            case ProgramInput.Executable(var _, var source) -> {
                ProgramExecution execution = pool.execute(source, REQUEST);
                yield new Ending(execution.category(), described(execution), reading.plus(execution.elapsed()));
            }
        };
    }

    private static String described(ProgramExecution execution) {
        if (execution.category() == Category.OK) {
            return "";
        }
        String text = execution.toString();
        return text.substring(0, Math.min(300, text.length()));
    }

    /** Whether a sound program still gets its solid. */
    static boolean servesTheNext(ProgramPool pool) {
        return end(InputKind.CADQUERY, BOX, pool).category() == Category.OK;
    }

    /** Resident memory in bytes of the processes that this one started, of the workers that is. */
    static long workersMemory() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(process -> ResidentMemory.of(process.pid()))
                .sum();
    }

    /** What is reachable on the heap. */
    static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
