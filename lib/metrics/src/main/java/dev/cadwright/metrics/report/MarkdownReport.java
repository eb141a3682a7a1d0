package dev.cadwright.metrics.report;

import dev.cadwright.metrics.MetricDefinition;
import dev.cadwright.metrics.MetricSummary;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.ProtocolSummary;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A report to paste into an issue or a model card: the tables and the definitions. */
public final class MarkdownReport {
    private final BenchmarkReport report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(BenchmarkReport report) {
        this.report = report;
    }

    /** The report as text. */
    public static String write(BenchmarkReport report) {
        MarkdownReport writer = new MarkdownReport(report);
        writer.head();
        writer.headline();
        for (ProtocolDefinition protocol : report.protocols()) {
            writer.protocol(protocol, report.summaries(protocol.name()));
        }
        return writer.text.toString();
    }

    private void head() {
        text.append("# ").append(oneLine(report.title())).append("\n\n");
        text.append(report.created()).append(". Failures count; nothing is left out without being counted.\n\n");
        report.facts().forEach((label, value) -> text.append("- ")
                .append(oneLine(label))
                .append(": ")
                .append(oneLine(value))
                .append('\n'));
        text.append('\n');
        for (BenchmarkReport.Model model : report.models()) {
            text.append("- **").append(oneLine(model.name())).append("**");
            text.append(model.baseline() ? " (baseline): " : ": ");
            text.append(oneLine(model.description())).append('\n');
        }
    }

    private void headline() {
        Headline headline = Headline.of(report);
        text.append("\n## Summary (").append(headline.protocol()).append(")\n\n");
        row(Stream.concat(Stream.of("model"), headline.columns().stream()).toList());
        rule(headline.columns().size() + 1);
        for (Headline.Row row : headline.rows()) {
            row(Stream.concat(Stream.of(row.model()), row.cells().stream()).toList());
        }
    }

    private void protocol(ProtocolDefinition protocol, Map<String, ProtocolSummary> summaries) {
        text.append("\n## ").append(protocol.name()).append(", version ").append(protocol.version());
        text.append(", seed ").append(protocol.seed()).append("\n\n");
        text.append(protocol.description()).append('\n');
        protocol.deviations()
                .forEach(deviation -> text.append("- ").append(deviation).append('\n'));
        text.append("\nMean [95 % interval] · median (count):\n\n");
        row(Stream.concat(Stream.of("metric"), summaries.keySet().stream()).toList());
        rule(summaries.size() + 1);
        for (MetricDefinition metric : protocol.metrics()) {
            row(Stream.concat(
                            Stream.of(metric.name()),
                            summaries.values().stream()
                                    .map(summary -> cell(summary.metrics().get(metric.name()))))
                    .toList());
        }
        failures(summaries);
        text.append('\n');
        protocol.metrics().forEach(metric -> text.append("- `")
                .append(metric.name())
                .append("`: ")
                .append(metric.description())
                .append('\n'));
    }

    private static String cell(MetricSummary summary) {
        return summary == null
                ? "–"
                : Figures.meanWithInterval(summary) + " · " + Figures.of(summary.median()) + " (" + summary.count()
                        + ")";
    }

    private void failures(Map<String, ProtocolSummary> summaries) {
        TreeSet<String> categories = new TreeSet<>();
        summaries
                .values()
                .forEach(summary -> categories.addAll(summary.failures().keySet()));
        text.append("\nFailures by category, and samples left out because their truth cannot be measured:\n\n");
        row(Stream.concat(Stream.of("category"), summaries.keySet().stream()).toList());
        rule(summaries.size() + 1);
        for (String category : categories) {
            row(Stream.concat(
                            Stream.of(category),
                            summaries.values().stream()
                                    .map(summary ->
                                            String.valueOf(summary.failures().getOrDefault(category, 0))))
                    .toList());
        }
        row(Stream.concat(
                        Stream.of("left out"),
                        summaries.values().stream().map(summary -> String.valueOf(summary.excluded())))
                .toList());
    }

    private void row(List<String> cells) {
        text.append('|');
        cells.forEach(cell ->
                text.append(' ').append(oneLine(cell).replace("|", "\\|")).append(" |"));
        text.append('\n');
    }

    private void rule(int columns) {
        text.append('|').repeat(" --- |", columns).append('\n');
    }

    private static String oneLine(String value) {
        return value.replaceAll("\\s+", " ").replace("<", "&lt;");
    }
}
