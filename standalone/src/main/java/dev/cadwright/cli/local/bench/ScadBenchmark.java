package dev.cadwright.cli.local.bench;

import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.local.ShapeInput;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.openscad.ScadExecution;
import dev.cadwright.kernel.program.ProgramExecution;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Executing OpenSCAD programs on one worker, each followed by the tool's own package in a process of its own, whose
 * start-up is left out. Programs that either of them does not make are left out of both.
 */
final class ScadBenchmark {
    private final List<Input.File> programs;
    private final KernelSettings settings;
    private final Consumer<BenchRecord> records;
    private final ProgressBar bar;

    ScadBenchmark(List<Input.File> programs, KernelSettings settings, ProgressBar bar, Consumer<BenchRecord> records) {
        this.programs = programs;
        this.settings = settings;
        this.bar = bar;
        this.records = records;
    }

    void run() throws IOException, InterruptedException {
        ScadPeer peer = ScadPeer.ofPackage();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (ProgramPool pool = settings.open(1)) {
            execute(pool, programs.getFirst());
            int index = 0;
            for (Input.File program : programs) {
                long start = System.nanoTime();
                Optional<ProgramExecution> made = execute(pool, program).filter(ScadBenchmark::succeeded);
                double milliseconds = (System.nanoTime() - start) / 1e6;
                Optional<ScadPeer.Timing> timing =
                        made.isPresent() ? peer.run(program.path(), isDrawing(made.get())) : Optional.empty();
                timing.ifPresent(other -> {
                    ours.add(milliseconds);
                    theirs.add(other.render());
                    starts.add(other.start());
                    ratios.add(other.render() / milliseconds);
                });
                bar.update(++index, programs.size(), "openscad");
            }
        }
        records.accept(BenchRecord.alone("openscad.programs", ours.size(), "of " + programs.size()));
        if (!ours.isEmpty()) {
            report(Quantiles.of(ours), Quantiles.of(theirs), Quantiles.of(starts), Quantiles.of(ratios));
        }
    }

    private void report(Quantiles ours, Quantiles theirs, Quantiles starts, Quantiles ratios) {
        records.accept(BenchRecord.beside("openscad.median", ours.median(), "ms", OptionalDouble.of(theirs.median())));
        records.accept(BenchRecord.beside("openscad.p95", ours.at(0.95), "ms", OptionalDouble.of(theirs.at(0.95))));
        records.accept(BenchRecord.alone("openscad.ratio_median", ratios.median(), "times as fast"));
        records.accept(BenchRecord.alone("openscad.peer_start_median", starts.median(), "ms"));
    }

    private Optional<ProgramExecution> execute(ProgramPool pool, Input.File program) throws IOException {
        return ShapeInput.read(program) instanceof ShapeInput.Executable executable
                ? Optional.of(
                        pool.execute(executable.source(), Request.properties().within(settings.budget())))
                : Optional.empty();
    }

    private static boolean succeeded(ProgramExecution execution) {
        return execution.category() == Category.OK || execution.category() == Category.INVALID;
    }

    private static boolean isDrawing(ProgramExecution execution) {
        return execution instanceof ProgramExecution.Scad(ScadExecution.Drawing _);
    }
}
