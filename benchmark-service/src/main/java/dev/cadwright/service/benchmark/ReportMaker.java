package dev.cadwright.service.benchmark;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.metrics.MetricSummary;
import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.ProtocolSummary;
import dev.cadwright.metrics.report.BenchmarkReport;
import dev.cadwright.metrics.report.HtmlReport;
import dev.cadwright.metrics.report.JsonReport;
import dev.cadwright.metrics.report.MarkdownReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins the units' scores into the report and the job's output. */
@ApplicationScoped
class ReportMaker {
    /** The output of {@code benchmark.run}. */
    record Output(Files report, List<Row> summary) {
        /** SHA-256 of the report in its forms. */
        record Files(String json, String markdown, String html) {}

        /** @param valid fraction of the samples that were measured */
        record Row(
                String name,
                String protocol,
                int samples,
                double valid,
                Optional<Double> meanIou,
                Optional<Double> medianIou,
                Optional<Double> meanChamfer,
                Optional<Double> medianChamfer,
                Map<String, Integer> failures) {}
    }

    private static final String IOU = "iou";
    /** Under whichever name the protocol has it; the protocols' units differ. */
    private static final List<String> CHAMFER = List.of("chamfer", "cd");

    private final Clock clock = Clock.systemUTC();

    Output make(BenchmarkInput input, List<String> units, ArtifactStore store) {
        Dataset dataset = Dataset.open(input.dataset(), store);
        List<BenchmarkReport.Sample> samples = UnitLines.read(units, store);
        BenchmarkReport report = new BenchmarkReport(
                "Benchmark on " + dataset.manifest().name(),
                clock.instant(),
                facts(input, dataset, samples.size()),
                input.definitions(),
                models(input),
                samples,
                LossHistory.curves(input.histories(), store));
        Output.Files files = new Output.Files(
                store.put(JsonReport.write(report), "application/json").sha256(),
                store.put(MarkdownReport.write(report).getBytes(StandardCharsets.UTF_8), "text/markdown")
                        .sha256(),
                store.put(HtmlReport.write(report), "text/html").sha256());
        return new Output(files, rows(report));
    }

    private static Map<String, String> facts(BenchmarkInput input, Dataset dataset, int samples) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Dataset", dataset.manifest().name());
        facts.put("Manifest", dataset.sha256());
        facts.put("Split", input.split().text());
        facts.put("Samples", Integer.toString(samples));
        facts.put("Seed", Long.toString(input.seed()));
        return facts;
    }

    private static List<BenchmarkReport.Model> models(BenchmarkInput input) {
        List<BenchmarkReport.Model> models = new ArrayList<>();
        if (input.baseline()) {
            models.add(new BenchmarkReport.Model(
                    BenchmarkInput.BASELINE, "the box around the input points: no model at all", true));
        }
        input.entries()
                .forEach(entry -> models.add(new BenchmarkReport.Model(
                        entry.name(), "predictions " + entry.predictions().substring(0, 12), false)));
        return models;
    }

    private static List<Output.Row> rows(BenchmarkReport report) {
        List<Output.Row> rows = new ArrayList<>();
        for (ProtocolDefinition protocol : report.protocols()) {
            report.summaries(protocol.name()).forEach((name, summary) -> rows.add(row(name, summary)));
        }
        return rows;
    }

    private static Output.Row row(String name, ProtocolSummary summary) {
        Optional<MetricSummary> iou = Optional.ofNullable(summary.metrics().get(IOU));
        Optional<MetricSummary> chamfer = CHAMFER.stream()
                .filter(summary.metrics()::containsKey)
                .findFirst()
                .map(summary.metrics()::get);
        return new Output.Row(
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
