package dev.cadwright.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * One number of a protocol.
 *
 * @param name its name in records
 * @param better which way is better
 * @param failure what a failed prediction scores; empty where a failure has no such number, which the summary then says
 * @param description what exactly is computed, with its unit
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MetricDefinition(String name, Better better, Optional<Double> failure, String description) {
    public MetricDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(better, "better");
        Objects.requireNonNull(description, "description");
        failure = failure == null ? Optional.empty() : failure;
    }

    /** Which way a number is better. */
    public enum Better {
        @JsonProperty("higher")
        HIGHER,
        @JsonProperty("lower")
        LOWER,
        /** It describes the measurement rather than the prediction. */
        @JsonProperty("neither")
        NEITHER
    }
}
