package dev.cadwright.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What one prediction got under one protocol: a flat record, for JSON.
 *
 * @param name the sample
 * @param protocol the protocol's name
 * @param verdict whether it was measured, failed, or is left out because the truth cannot be measured
 * @param category {@code ok}, or why not: {@code syntax}, {@code invalid}, {@code timeout}, {@code missing} …
 * @param reason one sentence for people; empty when measured
 * @param metrics finite numbers by name, in the definition's order; one that does not apply is absent
 * @param seconds wall time of the measurement
 */
public record Score(
        String name,
        String protocol,
        Verdict verdict,
        String category,
        String reason,
        Map<String, Double> metrics,
        double seconds) {
    public static final String OK = "ok";

    public Score {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        metrics.forEach((metric, value) -> {
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException(metric + " of " + name + " is " + value);
            }
        });
    }

    /** Whether a prediction counts, and how. */
    public enum Verdict {
        @JsonProperty("measured")
        MEASURED,
        /** The prediction is at fault and counts as a failure. */
        @JsonProperty("failed")
        FAILED,
        /** The truth cannot be measured: nobody's prediction can be judged by it. */
        @JsonProperty("excluded")
        EXCLUDED
    }

    static Score measured(ProtocolDefinition definition, String name, Map<String, Double> metrics, long startNanos) {
        return new Score(name, definition.name(), Verdict.MEASURED, OK, "", metrics, secondsSince(startNanos));
    }

    /** A failure, with the numbers that the definition gives to failures. */
    static Score failed(ProtocolDefinition definition, String name, String category, String reason, long startNanos) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (MetricDefinition metric : definition.metrics()) {
            metric.failure().ifPresent(value -> metrics.put(metric.name(), value));
        }
        return new Score(name, definition.name(), Verdict.FAILED, category, reason, metrics, secondsSince(startNanos));
    }

    /** The failure of a sample for which there is no prediction. */
    public static Score missing(ProtocolDefinition definition, String name) {
        return failed(definition, name, "missing", "there is no prediction", System.nanoTime());
    }

    static Score excluded(ProtocolDefinition definition, String name, String category, String reason, long startNanos) {
        return new Score(
                name, definition.name(), Verdict.EXCLUDED, category, reason, Map.of(), secondsSince(startNanos));
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
