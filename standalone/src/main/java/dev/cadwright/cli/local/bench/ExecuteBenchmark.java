package dev.cadwright.cli.local.bench;

import dev.cadwright.cad.python.syntax.PythonParser;
import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.local.OrderedWork;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Executing CadQuery programs: one at a time on one worker, each followed by the same program in CadQuery where that is
 * at hand, so that both meet the same machine; then all at once on one and on more workers. Everything runs once before
 * it is measured, so that both sides are warm.
 */
final class ExecuteBenchmark {
    private static final int EMPTY_REQUESTS = 2000;
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
            Programs runner = new Programs(one, settings.budget());
            runner.executeAll(programs, MEASURED);
            overhead(one);
            new SideBySide(programs, runner::build, peer, bar, records).run("execute", false);
            new SideBySide(programs, program -> runner.execute(program, MEASURED), peer, bar, records)
                    .run("execute_volume_mesh", true);
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

    /** What a request costs besides its work. */
    private void overhead(ProgramPool pool) {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < 2 * EMPTY_REQUESTS; i++) {
            double time = pool.kernel().roundTrip().toNanos() / 1e6;
            if (i >= EMPTY_REQUESTS) {
                milliseconds.add(time);
            }
        }
        Quantiles times = Quantiles.of(milliseconds);
        records.accept(BenchRecord.alone("pool.overhead.mean", times.mean(), "ms"));
        records.accept(BenchRecord.alone("pool.overhead.median", times.median(), "ms"));
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
            Programs runner = new Programs(pool, settings.budget());
            pass(runner, workers);
            long start = System.nanoTime();
            int done = pass(runner, workers);
            return done / ((System.nanoTime() - start) / 1e9);
        }
    }

    private int pass(Programs runner, int workers) throws InterruptedException {
        int[] done = {0};
        OrderedWork.run(
                programs,
                workers,
                program -> runner.execute(program, EXECUTED),
                succeeded -> done[0] += succeeded ? 1 : 0);
        return done[0];
    }
}
