package dev.cadwright.cli.local.bench;

import dev.cadwright.cad.python.syntax.PythonParser;
import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.local.OrderedWork;
import dev.cadwright.cli.local.ShapeInput;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Executing CadQuery programs: one at a time on one worker, each followed by the same program in CadQuery where that is
 * at hand, so that both meet the same machine; then all at once on one and on more workers.
 */
final class ExecuteBenchmark {
    private static final int WARM_UP = 30;
    private static final Request EXECUTED = Request.properties();
    /** The deflection of the peer's call: a thousandth of the longest side, 0.1 rad. */
    private static final Request MEASURED = EXECUTED.withMesh(Deflection.STANDARD);

    private final List<Input.File> programs;
    private final KernelSettings settings;
    private final Consumer<BenchRecord> records;
    private final ProgressBar bar;

    ExecuteBenchmark(
            List<Input.File> programs, KernelSettings settings, ProgressBar bar, Consumer<BenchRecord> records) {
        this.programs = programs;
        this.settings = settings;
        this.bar = bar;
        this.records = records;
    }

    void run(Optional<CadQueryPeer> peer) throws IOException, InterruptedException {
        parse();
        try (ProgramPool one = settings.open(1)) {
            pass(one, programs.subList(0, Math.min(WARM_UP, programs.size())), EXECUTED);
            processorTime(one);
            beside(one, EXECUTED, false, peer, "execute");
            beside(one, MEASURED, true, peer, "execute_volume_mesh");
        }
        scaling();
    }

    private void parse() throws IOException {
        List<Double> milliseconds = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            milliseconds.clear();
            for (Input.File program : programs) {
                String text = new String(program.bytes(), StandardCharsets.UTF_8);
                long start = System.nanoTime();
                PythonParser.parse(text);
                milliseconds.add((System.nanoTime() - start) / 1e6);
            }
        }
        records.accept(
                BenchRecord.alone("parse.median", Quantiles.of(milliseconds).median(), "ms"));
    }

    private void processorTime(ProgramPool pool) {
        Duration before = ProcessorTime.now();
        int done = pass(pool, programs, EXECUTED);
        double seconds = ProcessorTime.now().minus(before).toNanos() / 1e9;
        records.accept(BenchRecord.alone("execute.processor", 1000 * seconds / Math.max(1, done), "ms a program"));
    }

    /** Ours and theirs in turn. */
    private void beside(ProgramPool pool, Request request, boolean measure, Optional<CadQueryPeer> peer, String name)
            throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> theirProcessor = new ArrayList<>();
        int index = 0;
        for (Input.File program : programs) {
            long start = System.nanoTime();
            boolean succeeded = succeeded(execute(pool, program, request));
            double milliseconds = (System.nanoTime() - start) / 1e6;
            Optional<CadQueryPeer.Timing> timing =
                    peer.isPresent() ? peer.get().run(program.path(), measure) : Optional.empty();
            if (succeeded && (peer.isEmpty() || timing.isPresent())) {
                ours.add(milliseconds);
                timing.ifPresent(t -> theirs.add(1000 * t.wall()));
                timing.ifPresent(t -> theirProcessor.add(1000 * t.cpu()));
            }
            bar.update(++index, programs.size(), name);
        }
        records.accept(BenchRecord.alone(name + ".programs", ours.size(), "of " + programs.size()));
        if (ours.isEmpty()) {
            return;
        }
        Quantiles own = Quantiles.of(ours);
        Optional<Quantiles> other = theirs.isEmpty() ? Optional.empty() : Optional.of(Quantiles.of(theirs));
        records.accept(BenchRecord.beside(name + ".median", own.median(), "ms", at(other, Quantiles::median)));
        records.accept(BenchRecord.beside(name + ".p95", own.at(0.95), "ms", at(other, q -> q.at(0.95))));
        if (!theirProcessor.isEmpty()) {
            records.accept(BenchRecord.alone(
                    name + ".peer_processor_median",
                    Quantiles.of(theirProcessor).median(),
                    "ms"));
        }
    }

    private static OptionalDouble at(
            Optional<Quantiles> quantiles, java.util.function.ToDoubleFunction<Quantiles> statistic) {
        return quantiles.isPresent()
                ? OptionalDouble.of(statistic.applyAsDouble(quantiles.get()))
                : OptionalDouble.empty();
    }

    private void scaling() throws InterruptedException {
        double single = throughput(1);
        records.accept(BenchRecord.alone("throughput.1", single, "programs/s"));
        int workers = settings.workers();
        if (workers > 1) {
            double several = throughput(workers);
            records.accept(BenchRecord.alone("throughput." + workers, several, "programs/s"));
            records.accept(BenchRecord.alone("scaling." + workers, several / single, "times one worker"));
        }
    }

    private double throughput(int workers) throws InterruptedException {
        try (ProgramPool pool = settings.open(workers)) {
            OrderedWork.run(
                    programs.subList(0, Math.min(WARM_UP, programs.size())),
                    workers,
                    program -> execute(pool, program, EXECUTED),
                    result -> {});
            long start = System.nanoTime();
            int[] done = {0};
            OrderedWork.run(programs, workers, program -> execute(pool, program, EXECUTED), result -> {
                done[0] += succeeded(result) ? 1 : 0;
            });
            return done[0] / ((System.nanoTime() - start) / 1e9);
        }
    }

    private int pass(ProgramPool pool, List<Input.File> some, Request request) {
        int done = 0;
        for (Input.File program : some) {
            done += succeeded(execute(pool, program, request)) ? 1 : 0;
        }
        return done;
    }

    private static boolean succeeded(Optional<ProgramExecution> execution) {
        return execution.isPresent()
                && (execution.get().category() == Category.OK || execution.get().category() == Category.INVALID);
    }

    private Optional<ProgramExecution> execute(ProgramPool pool, Input.File program, Request request) {
        try {
            return switch (ShapeInput.read(program)) {
                case ShapeInput.Executable executable ->
                    Optional.of(pool.execute(executable.source(), request.within(settings.budget())));
                case ShapeInput.Finished _, ShapeInput.Unreadable _ -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
