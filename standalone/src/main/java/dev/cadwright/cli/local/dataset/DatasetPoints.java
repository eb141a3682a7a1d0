package dev.cadwright.cli.local.dataset;

import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.folder.DatasetFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the points of a dataset's samples as files. */
final class DatasetPoints {
    /** What is printed of one sample. */
    record PointsRecord(String name, String split, String path) {}

    private final Terminal terminal;
    private final boolean json;

    DatasetPoints(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(DatasetFolder folder, Optional<Split> only, Path out, boolean overwrite) {
        Dataset dataset = folder.dataset();
        OutputFolder files = new OutputFolder(out, overwrite);
        List<Split> splits = only.map(List::of).orElseGet(() -> List.of(Split.values()));
        int total = splits.stream().mapToInt(dataset.manifest()::count).sum();
        try (ProgressBar bar = new ProgressBar(terminal, "points")) {
            int[] done = {0};
            for (Split split : splits) {
                dataset.each(split, Integer.MAX_VALUE, sample -> {
                    write(sample, files);
                    bar.update(++done[0], total, "");
                });
            }
        }
        return ExitCode.SUCCESS;
    }

    private void write(Sample sample, OutputFolder files) {
        byte[] points = sample.file(SampleFile.POINTS).orElse(null);
        if (points == null) {
            return;
        }
        try {
            Path path = files.write(sample.id() + ".npy", points);
            if (json) {
                terminal.json(new PointsRecord(
                        sample.id(), sample.description().split().text(), path.toString()));
            } else {
                terminal.out().println(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
