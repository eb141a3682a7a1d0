package dev.cadwright.cli.local.dataset;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.check.DatasetCheck;
import dev.cadwright.dataset.check.DerivedCheck;
import dev.cadwright.dataset.check.Finding;
import dev.cadwright.dataset.folder.DatasetFolder;
import dev.cadwright.dataset.manifest.DatasetManifest;

/** Reads a dataset again and says what is wrong with it. */
final class DatasetValidation {
    /** The last line. */
    record ValidatedRecord(boolean ok, String manifest, int samples, int findings) {}

    private final Terminal terminal;
    private final boolean json;
    private int findings;

    DatasetValidation(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(DatasetFolder folder) {
        Dataset dataset = folder.dataset();
        int total = dataset.manifest().shards().stream()
                .mapToInt(DatasetManifest.Shard::samples)
                .sum();
        int samples;
        try (ProgressBar bar = new ProgressBar(terminal, "validate")) {
            samples = new DatasetCheck(dataset, folder.store(), this::print, read -> bar.update(read, total, "")).run();
            new DerivedCheck(folder.store(), this::print).run(folder.contents());
        }
        if (json) {
            terminal.json(new ValidatedRecord(findings == 0, dataset.sha256(), samples, findings));
        } else {
            terminal.out()
                    .printf(
                            "%d samples read, %s%n",
                            samples, findings == 0 ? "all as the manifest says" : findings + " findings");
        }
        return findings == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private void print(Finding finding) {
        findings++;
        if (json) {
            terminal.json(finding);
        } else {
            terminal.out().printf("%s: %s [%s]%n", finding.place(), finding.message(), finding.code());
        }
    }
}
