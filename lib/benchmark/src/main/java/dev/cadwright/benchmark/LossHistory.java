package dev.cadwright.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.metrics.report.BenchmarkReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the loss history that {@code training.finetune} writes into the curves of a report. */
public final class LossHistory {
    private LossHistory() {}

    /**
     * The curves of one training.
     *
     * @param name what the curves are called by
     * @param history JSON Lines; is closed
     */
    public static List<BenchmarkReport.LossCurve> curves(String name, InputStream history) {
        List<BenchmarkReport.LossCurve.Point> training = new ArrayList<>();
        List<BenchmarkReport.LossCurve.Point> validation = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(history, StandardCharsets.UTF_8))) {
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
            curves.add(new BenchmarkReport.LossCurve(name + ", training", training));
        }
        if (!validation.isEmpty()) {
            curves.add(new BenchmarkReport.LossCurve(name + ", validation", validation));
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
