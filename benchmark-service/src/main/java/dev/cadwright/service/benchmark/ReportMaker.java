package dev.cadwright.service.benchmark;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.benchmark.Contest;
import dev.cadwright.benchmark.LossHistory;
import dev.cadwright.benchmark.SummaryRow;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.metrics.report.BenchmarkReport;
import dev.cadwright.metrics.report.HtmlReport;
import dev.cadwright.metrics.report.JsonReport;
import dev.cadwright.metrics.report.MarkdownReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins the units' scores into the report and the job's output. */
@ApplicationScoped
class ReportMaker {
    /** The output of {@code benchmark.run}. */
    record Output(Files report, List<SummaryRow> summary) {
        /** SHA-256 of the report in its forms. */
        record Files(String json, String markdown, String html) {}
    }

    private final Clock clock = Clock.systemUTC();

    Output make(BenchmarkInput input, List<String> units, ArtifactStore store) {
        Dataset dataset = Dataset.open(input.dataset(), store);
        Contest contest = input.contest();
        List<BenchmarkReport.Sample> samples = UnitLines.read(units, store);
        BenchmarkReport report = new BenchmarkReport(
                "Benchmark on " + dataset.manifest().name(),
                clock.instant(),
                facts(input, dataset, samples.size()),
                contest.protocols(),
                contest.models(),
                samples,
                curves(input, store));
        Output.Files files = new Output.Files(
                store.put(JsonReport.write(report), "application/json").sha256(),
                store.put(MarkdownReport.write(report).getBytes(StandardCharsets.UTF_8), "text/markdown")
                        .sha256(),
                store.put(HtmlReport.write(report), "text/html").sha256());
        return new Output(files, SummaryRow.of(report));
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

    private static List<BenchmarkReport.LossCurve> curves(BenchmarkInput input, ArtifactStore store) {
        return input.histories().entrySet().stream()
                .flatMap(history -> LossHistory.curves(history.getKey(), store.open(history.getValue())).stream())
                .toList();
    }
}
