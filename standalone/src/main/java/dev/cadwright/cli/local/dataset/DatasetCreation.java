package dev.cadwright.cli.local.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
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
import dev.cadwright.dataset.folder.FolderContents;
import dev.cadwright.dataset.source.SourceSpecification.Kind;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Builds a dataset into a folder, or goes on with one that was begun. */
final class DatasetCreation {
    /** What is printed of one shape. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShapeRecord(String name, boolean ok, String split, String rejected) {}

    /** The last line. */
    record CreatedRecord(String dataset, String manifest, Map<String, Integer> counts, Map<String, Integer> rejected) {}

    private final Terminal terminal;
    private final boolean json;
    private boolean failures;

    DatasetCreation(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(CreateOptions options) throws InterruptedException {
        options.sources();
        requireFree(options.out(), options.overwrite());
        DatasetFolder folder = DatasetFolder.create(options.out());
        BuildSpecification build = options.specification(folder.store());
        int workers = options.workers().count();
        Dataset dataset;
        try (ProgramPool programs = options.workers().programs();
                ProgressBar bar = new ProgressBar(terminal, "dataset")) {
            DatasetBuild work = new DatasetBuild(build, folder.store(), programs).goingOnFrom(folder.units());
            dataset = work.run(workers, new Printer(build, bar, work.shapes()));
        }
        folder.save(FolderContents.of(dataset.sha256()));
        print(options.out(), dataset);
        return failures ? ExitCode.PARTIAL : ExitCode.SUCCESS;
    }

    /** Nothing is mixed with what somebody else has put there. */
    private static void requireFree(Path out, boolean overwrite) {
        if (DatasetFolder.isThere(out)) {
            if (!overwrite) {
                throw CommandFailure.usage(out + " holds a dataset already; --overwrite replaces it.");
            }
            return;
        }
        if (Files.exists(out) && !Files.isDirectory(out.resolve("artifacts")) && !isEmpty(out)) {
            throw CommandFailure.usage(out + " holds other files; name a folder of its own for the dataset.");
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw CommandFailure.usage(folder + " is no folder that can be read: " + e.getMessage());
        }
    }

    private void print(Path out, Dataset dataset) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Split split : Split.values()) {
            counts.put(split.text(), dataset.manifest().count(split));
        }
        if (json) {
            terminal.json(new CreatedRecord(
                    out.toString(), dataset.sha256(), counts, dataset.manifest().rejected()));
            return;
        }
        terminal.out().printf("dataset   %s%n", out);
        terminal.out().printf("manifest  %s%n", dataset.sha256());
        counts.forEach((split, count) -> terminal.out().printf("%-10s %d samples%n", split, count));
        dataset.manifest().rejected().forEach((reason, count) -> terminal.out()
                .printf("left out  %d %s%n", count, reason));
    }

    /** Prints a line a shape, and where the build stands. */
    private final class Printer implements BuildListener {
        private final BuildSpecification build;
        private final ProgressBar bar;
        private final int total;

        Printer(BuildSpecification build, ProgressBar bar, int total) {
            this.build = build;
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
            boolean generated = build.sources().get(unit.source()).type() == Kind.PROCEDURAL;
            for (ShapeOutcome outcome : outcomes) {
                // Rejections are part of generating; a file that gives no sample is one that somebody wanted in.
                failures |= !generated && outcome.rejected().isPresent();
                print(outcome, generated);
            }
        }

        private void print(ShapeOutcome outcome, boolean generated) {
            if (json) {
                terminal.json(new ShapeRecord(
                        outcome.id(),
                        outcome.rejected().isEmpty(),
                        outcome.split().map(Split::text).orElse(null),
                        outcome.rejected().orElse(null)));
            } else if (!generated && outcome.rejected().isPresent()) {
                terminal.err()
                        .printf(
                                "%s: left out: %s%n",
                                outcome.id(), outcome.rejected().get());
            }
        }
    }
}
