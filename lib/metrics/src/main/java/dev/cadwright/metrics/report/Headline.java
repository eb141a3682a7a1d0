package dev.cadwright.metrics.report;

import dev.cadwright.metrics.MetricSummary;
import dev.cadwright.metrics.ProtocolSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one table to look at first: a row a model, under the report's first protocol. */
record Headline(String protocol, List<String> columns, List<Row> rows) {
    record Row(String model, boolean baseline, List<String> cells) {}

    static Headline of(BenchmarkReport report) {
        String protocol = report.protocols().getFirst().name();
        Map<String, ProtocolSummary> summaries = report.summaries(protocol);
        String chamfer = report.definition(protocol).metrics().stream()
                        .anyMatch(metric -> metric.name().equals("cd"))
                ? "cd"
                : "chamfer";
        List<Row> rows = new ArrayList<>();
        for (BenchmarkReport.Model model : report.models()) {
            rows.add(new Row(model.name(), model.baseline(), cells(summaries.get(model.name()), chamfer)));
        }
        List<String> columns =
                List.of("samples", "valid", "mean IoU [95 %]", "median IoU", "IoU ≥ 0.95", "median Chamfer");
        return new Headline(protocol, columns, rows);
    }

    private static List<String> cells(ProtocolSummary summary, String chamfer) {
        Optional<MetricSummary> iou = Optional.ofNullable(summary.metrics().get("iou"));
        Optional<MetricSummary> distance = Optional.ofNullable(summary.metrics().get(chamfer));
        return List.of(
                String.valueOf(summary.samples() - summary.excluded()),
                Figures.percent(summary.validity()),
                iou.map(Figures::meanWithInterval).orElse("–"),
                iou.map(MetricSummary::median).map(Figures::of).orElse("–"),
                Optional.ofNullable(summary.iouAtLeast().get("0.95"))
                        .map(Figures::percent)
                        .orElse("–"),
                distance.map(MetricSummary::median).map(Figures::of).orElse("–"));
    }
}
