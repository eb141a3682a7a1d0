package dev.cadwright.cli.local.benchmark;

import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.dataset.prediction.PredictionLines;
import dev.cadwright.metrics.report.BenchmarkReport;
import dev.cadwright.metrics.report.HtmlReport;
import dev.cadwright.metrics.report.JsonReport;
import dev.cadwright.metrics.report.MarkdownReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What a benchmark leaves in its folder: the report in three forms, and the predictions that it is about. */
record BenchmarkFiles(Path folder, boolean overwrite) {
    private static final String JSON = "report.json";
    private static final String MARKDOWN = "report.md";
    private static final String PAGE = "report.html";

    /** Better said before the models have written than after. */
    void requireFree() {
        for (String name : List.of(JSON, MARKDOWN, PAGE)) {
            if (!overwrite && Files.exists(folder.resolve(name))) {
                throw CommandFailure.usage(folder.resolve(name) + " exists already; --overwrite replaces it.");
            }
        }
    }

    void write(Contestant contestant, Collection<Prediction> predictions) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Prediction prediction : predictions) {
            lines.append(PredictionLines.write(prediction)).append('\n');
        }
        // What an earlier run left without a report is no result of anybody's.
        new OutputFolder(folder.resolve("predictions"), true)
                .write(contestant.fileName() + ".jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @return the page for people */
    Path write(BenchmarkReport report) throws IOException {
        OutputFolder files = new OutputFolder(folder, overwrite);
        files.write(JSON, JsonReport.write(report));
        files.write(MARKDOWN, MarkdownReport.write(report).getBytes(StandardCharsets.UTF_8));
        return files.write(PAGE, HtmlReport.write(report));
    }
}
