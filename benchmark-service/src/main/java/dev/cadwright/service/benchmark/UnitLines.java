package dev.cadwright.service.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/** What units hand to the report: scored samples with their pictures, one JSON line each. */
final class UnitLines {
    private UnitLines() {}

    static byte[] write(List<BenchmarkReport.Sample> samples) {
        try {
            StringBuilder lines = new StringBuilder();
            for (BenchmarkReport.Sample sample : samples) {
                lines.append(ContractJson.mapper().writeValueAsString(sample)).append('\n');
            }
            return lines.toString().getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and finite numbers always write", e);
        }
    }

    static List<BenchmarkReport.Sample> read(List<String> units, ArtifactStore store) {
        List<BenchmarkReport.Sample> samples = new ArrayList<>();
        for (String unit : units) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(store.open(unit), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    samples.add(ContractJson.mapper().readValue(line, BenchmarkReport.Sample.class));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return samples;
    }
}
