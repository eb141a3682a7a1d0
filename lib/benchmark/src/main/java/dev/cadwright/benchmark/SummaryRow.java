package dev.cadwright.benchmark;

import dev.cadwright.metrics.MetricSummary;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.ProtocolSummary;
import dev.cadwright.metrics.report.BenchmarkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One contestant under one protocol, in a row of a table.
 *
 * @param samples all of the benchmark
 * @param valid fraction of the samples that were measured
 * @param meanChamfer in the protocol's own unit
 * @param failures how many failed, by category
 */
public record SummaryRow(
        String name,
        String protocol,
        int samples,
        double valid,
        Optional<Double> meanIou,
        Optional<Double> medianIou,
        Optional<Double> meanChamfer,
        Optional<Double> medianChamfer,
        Map<String, Integer> failures) {
    private static final String IOU = "iou";
    /** Under whichever name the protocol has it; the protocols' units differ. */
    private static final List<String> CHAMFER = List.of("chamfer", "cd");

    /** The rows of a report: protocol by protocol, in each the models in their order. */
    public static List<SummaryRow> of(BenchmarkReport report) {
        List<SummaryRow> rows = new ArrayList<>();
        for (ProtocolDefinition protocol : report.protocols()) {
            report.summaries(protocol.name()).forEach((name, summary) -> rows.add(row(name, summary)));
        }
        return rows;
    }

    private static SummaryRow row(String name, ProtocolSummary summary) {
        Optional<MetricSummary> iou = Optional.ofNullable(summary.metrics().get(IOU));
        Optional<MetricSummary> chamfer = CHAMFER.stream()
                .filter(summary.metrics()::containsKey)
                .findFirst()
                .map(summary.metrics()::get);
        return new SummaryRow(
                name,
                summary.protocol(),
                summary.samples(),
                summary.validity(),
                iou.map(MetricSummary::mean),
                iou.map(MetricSummary::median),
                chamfer.map(MetricSummary::mean),
                chamfer.map(MetricSummary::median),
                summary.failures());
    }
}
