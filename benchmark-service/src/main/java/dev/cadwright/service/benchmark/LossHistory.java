package dev.cadwright.service.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.metrics.report.BenchmarkReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the loss history that {@code training.finetune} writes into the curves of a report. */
final class LossHistory {
    private LossHistory() {}

    /** @param histories SHA-256 by the entry's name */
    static List<BenchmarkReport.LossCurve> curves(Map<String, String> histories, ArtifactStore store) {
        List<BenchmarkReport.LossCurve> curves = new ArrayList<>();
        histories.forEach((entry, sha256) -> curves.addAll(curves(entry, sha256, store)));
        return curves;
    }

    private static List<BenchmarkReport.LossCurve> curves(String entry, String sha256, ArtifactStore store) {
        List<BenchmarkReport.LossCurve.Point> training = new ArrayList<>();
        List<BenchmarkReport.LossCurve.Point> validation = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(store.open(sha256), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode step = ContractJson.mapper().readTree(line);
                add(training, step, "loss");
                add(validation, step, "validation_loss");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<BenchmarkReport.LossCurve> curves = new ArrayList<>();
        if (!training.isEmpty()) {
            curves.add(new BenchmarkReport.LossCurve(entry + ", training", training));
        }
        if (!validation.isEmpty()) {
            curves.add(new BenchmarkReport.LossCurve(entry + ", validation", validation));
        }
        return curves;
    }

    private static void add(List<BenchmarkReport.LossCurve.Point> points, JsonNode step, String name) {
        if (step.path(name).isNumber()) {
            points.add(new BenchmarkReport.LossCurve.Point(
                    step.path("step").asLong(), step.path(name).asDouble()));
        }
    }
}
