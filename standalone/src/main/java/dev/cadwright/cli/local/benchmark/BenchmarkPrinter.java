package dev.cadwright.cli.local.benchmark;

import dev.cadwright.benchmark.SummaryRow;
import dev.cadwright.cli.terminal.Table;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.ProtocolSummary;
import dev.cadwright.metrics.Score;
import dev.cadwright.metrics.report.BenchmarkReport;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints scores as they are made, and what they sum up to. */
final class BenchmarkPrinter {
    /** What is printed of one sample, model and protocol. */
    record ScoreRecord(
            String name,
            String model,
            String protocol,
            Score.Verdict verdict,
            String category,
            String reason,
            Map<String, Double> metrics,
            double seconds) {}

    /** The last lines: one a model and protocol. */
    record SummaryRecord(String model, ProtocolSummary summary) {}

    private final Terminal terminal;
    private final boolean json;

    BenchmarkPrinter(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void print(BenchmarkReport.Sample sample) {
        if (!json) {
            return;
        }
        for (BenchmarkReport.Prediction prediction : sample.predictions()) {
            for (Score score : prediction.scores()) {
                terminal.json(new ScoreRecord(
                        score.name(),
                        prediction.model(),
                        score.protocol(),
                        score.verdict(),
                        score.category(),
                        score.reason(),
                        score.metrics(),
                        score.seconds()));
            }
        }
    }

    void print(BenchmarkReport report, String page) {
        if (json) {
            for (ProtocolDefinition protocol : report.protocols()) {
                report.summaries(protocol.name())
                        .forEach((model, summary) -> terminal.json(new SummaryRecord(model, summary)));
            }
            return;
        }
        Table table = new Table("MODEL", "PROTOCOL", ">SAMPLES", ">VALID", ">MEAN IOU", ">MEDIAN IOU", ">CHAMFER");
        for (SummaryRow row : SummaryRow.of(report)) {
            table.row(
                    row.name(),
                    row.protocol(),
                    row.samples(),
                    String.format(Locale.ROOT, "%.1f %%", 100 * row.valid()),
                    figure("%.3f", row.meanIou()),
                    figure("%.3f", row.medianIou()),
                    figure("%.4g", row.meanChamfer()));
        }
        table.print(terminal.out());
        terminal.out().printf("%nReport: %s%n", page);
    }

    private static String figure(String format, Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, format, number)).orElse("–");
    }
}
