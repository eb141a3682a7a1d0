package dev.cadwright.service.benchmark;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.jobs.JobInputs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads predictions, JSON Lines, by the names of their samples. */
final class Predictions {
    private Predictions() {}

    /** @param names of the samples wanted; others are skipped */
    static Map<String, Prediction> read(String sha256, Set<String> names, ArtifactStore store) {
        Map<String, Prediction> predictions = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(store.open(sha256), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                Prediction prediction = JobInputs.read(ContractJson.mapper().readTree(line), Prediction.class);
                if (names.contains(prediction.name())) {
                    predictions.put(prediction.name(), prediction);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return predictions;
    }
}
