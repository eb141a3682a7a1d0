package dev.cadwright.cli.local.bench;

import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.terminal.ProgressBar;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Ours and theirs in turn, program by program: wall time and processor time. Programs that one of them refuses are out. */
final class SideBySide {
    private final List<Input.File> programs;
    private final Predicate<Input.File> runner;
    private final Optional<CadQueryPeer> peer;
    private final ProgressBar bar;
    private final Consumer<BenchRecord> records;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> ourProcessor = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();
    private final List<Double> theirProcessor = new ArrayList<>();

    SideBySide(
            List<Input.File> programs,
            Predicate<Input.File> runner,
            Optional<CadQueryPeer> peer,
            ProgressBar bar,
            Consumer<BenchRecord> records) {
        this.programs = programs;
        this.runner = runner;
        this.peer = peer;
        this.bar = bar;
        this.records = records;
    }

    /** @param measure whether the peer also measures the volume and meshes */
    void run(String name, boolean measure) throws IOException {
        List<Long> workers = ProcessorTime.workers();
        Duration before = ProcessorTime.ofThisProcess();
        int index = 0;
        for (Input.File program : programs) {
            step(program, measure, workers);
            bar.update(++index, programs.size(), name);
        }
        double process = ProcessorTime.ofThisProcess().minus(before).toNanos() / 1e6 / programs.size();
        records.accept(BenchRecord.alone(name + ".programs", ours.size(), "of " + programs.size()));
        if (!ours.isEmpty()) {
            Quantiles wall = Quantiles.of(ours);
            Quantiles processor = Quantiles.of(ourProcessor);
            record(name + ".median", wall, theirs, Quantiles::median);
            record(name + ".p95", wall, theirs, quantiles -> quantiles.at(0.95));
            record(name + ".processor.median", processor, theirProcessor, Quantiles::median);
            record(name + ".processor.p95", processor, theirProcessor, quantiles -> quantiles.at(0.95));
            record(name + ".processor.mean", processor, theirProcessor, Quantiles::mean);
            records.accept(BenchRecord.alone(name + ".processor.java_mean", process, "ms"));
        }
    }

    private void step(Input.File program, boolean measure, List<Long> workers) throws IOException {
        long processor = ProcessorTime.ofWorkersAndThread(workers);
        long start = System.nanoTime();
        boolean succeeded = runner.test(program);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        double used = (ProcessorTime.ofWorkersAndThread(workers) - processor) / 1e6;
        Optional<CadQueryPeer.Timing> timing =
                peer.isPresent() ? peer.get().run(program.path(), measure) : Optional.empty();
        if (succeeded && (peer.isEmpty() || timing.isPresent())) {
            ours.add(milliseconds);
            ourProcessor.add(used);
            timing.ifPresent(their -> {
                theirs.add(1000 * their.wall());
                theirProcessor.add(1000 * their.cpu());
            });
        }
    }

    private void record(String name, Quantiles own, List<Double> other, ToDoubleFunction<Quantiles> statistic) {
        OptionalDouble their = other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(statistic.applyAsDouble(Quantiles.of(other)));
        records.accept(BenchRecord.beside(name, statistic.applyAsDouble(own), "ms", their));
    }
}
