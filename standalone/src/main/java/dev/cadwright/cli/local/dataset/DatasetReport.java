package dev.cadwright.cli.local.dataset;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Table;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.check.DatasetStatistics;
import dev.cadwright.dataset.folder.DatasetFolder;
import java.util.Arrays;
import java.util.Locale;

/** Counts what is in a dataset. */
final class DatasetReport {
    private final Terminal terminal;
    private final boolean json;

    DatasetReport(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(DatasetFolder folder) {
        Dataset dataset = folder.dataset();
        int total = Arrays.stream(Split.values())
                .mapToInt(dataset.manifest()::count)
                .sum();
        DatasetStatistics statistics;
        try (ProgressBar bar = new ProgressBar(terminal, "report")) {
            statistics = DatasetStatistics.of(dataset, read -> bar.update(read, total, ""));
        }
        if (json) {
            terminal.json(statistics);
        } else {
            print(statistics);
        }
        return ExitCode.SUCCESS;
    }

    private void print(DatasetStatistics statistics) {
        terminal.out().printf("%s, seed %d%n", statistics.name(), statistics.seed());
        terminal.out().printf("manifest %s%n", statistics.manifest());
        terminal.out().printf("%d shards, %s%n%n", statistics.shards(), Quantities.bytes(statistics.bytes()));
        Table table = new Table("WHAT", "", ">SAMPLES");
        statistics.counts().forEach((split, count) -> table.row("split", split, count));
        statistics.sources().forEach((source, count) -> table.row("source", source, count));
        statistics.files().forEach((file, count) -> table.row("file", file, count));
        statistics.rejected().forEach((reason, count) -> table.row("left out", reason, count));
        table.print(terminal.out());
        DatasetStatistics.Spread faces = statistics.faces();
        if (faces.count() > 0) {
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%nfaces: %.0f to %.0f, %.1f in the mean%n",
                            faces.least(),
                            faces.largest(),
                            faces.mean());
        }
    }
}
