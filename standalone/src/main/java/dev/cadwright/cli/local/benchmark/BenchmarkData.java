package dev.cadwright.cli.local.benchmark;

import dev.cadwright.cli.local.dataset.SourceArgument;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.build.BuildListener;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.build.DatasetBuild;
import dev.cadwright.dataset.build.ShapeOutcome;
import dev.cadwright.dataset.build.UnitRange;
import dev.cadwright.dataset.folder.DatasetFolder;
import dev.cadwright.dataset.source.SourceSpecification;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a benchmark is measured on: a dataset's folder, or a folder of shapes, of which a dataset is made for as long as
 * the benchmark takes.
 */
final class BenchmarkData implements AutoCloseable {
    private static final String NAME = "shapes";

    private final Dataset dataset;
    private final Optional<Path> temporary;
    private final boolean whole;

    private BenchmarkData(Dataset dataset, Optional<Path> temporary, boolean whole) {
        this.dataset = dataset;
        this.temporary = temporary;
        this.whole = whole;
    }

    static BenchmarkData open(Path data, long seed, KernelPool kernel, int threads, Terminal terminal)
            throws IOException, InterruptedException {
        if (DatasetFolder.isThere(data)) {
            return new BenchmarkData(DatasetFolder.open(data).dataset(), Optional.empty(), true);
        }
        if (!Files.isDirectory(data)) {
            throw CommandFailure.usage(data + " is neither a dataset's folder nor a folder of shapes.");
        }
        Path temporary = Files.createTempDirectory("benchmark");
        try {
            return build(data, seed, kernel, threads, terminal, temporary);
        } catch (IOException | InterruptedException | RuntimeException e) {
            delete(temporary);
            throw e;
        }
    }

    private static BenchmarkData build(
            Path data, long seed, KernelPool kernel, int threads, Terminal terminal, Path temporary)
            throws IOException, InterruptedException {
        DatasetFolder folder = DatasetFolder.create(temporary);
        List<SourceSpecification> sources =
                new SourceArgument(data.toString(), Optional.of(Split.TEST)).read(folder.store());
        BuildSpecification build = new BuildSpecification(
                NAME, seed, sources, Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty());
        try (ProgressBar bar = new ProgressBar(terminal, "read")) {
            DatasetBuild work = new DatasetBuild(build, folder.store(), ProgramPool.around(kernel));
            Failures failures = new Failures(terminal, bar, work.shapes());
            Dataset dataset = work.run(threads, failures);
            for (String place : dataset.manifest().excluded()) {
                terminal.err()
                        .printf("%s: left out: another shape is the same%n", place.substring(place.indexOf('/') + 1));
            }
            return new BenchmarkData(dataset, Optional.of(temporary), failures.none);
        }
    }

    Dataset dataset() {
        return dataset;
    }

    /** Whether every file of a folder of shapes gave a sample, or was the same as another. */
    boolean whole() {
        return whole;
    }

    @Override
    public void close() throws IOException {
        if (temporary.isPresent()) {
            delete(temporary.get());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Names the files that give no sample. */
    private static final class Failures implements BuildListener {
        private final Terminal terminal;
        private final ProgressBar bar;
        private final int total;
        private boolean none = true;

        Failures(Terminal terminal, ProgressBar bar, int total) {
            this.terminal = terminal;
            this.bar = bar;
            this.total = total;
        }

        @Override
        public void progressed(int shapes) {
            synchronized (bar) {
                bar.update(shapes, total, "");
            }
        }

        @Override
        public void unitDone(UnitRange unit, List<ShapeOutcome> outcomes) {
            for (ShapeOutcome outcome : outcomes) {
                outcome.rejected().ifPresent(reason -> {
                    none = false;
                    terminal.err().printf("%s: left out: %s%n", outcome.id(), reason);
                });
            }
        }
    }
}
