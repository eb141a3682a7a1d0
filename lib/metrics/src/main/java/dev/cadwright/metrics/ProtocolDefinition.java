package dev.cadwright.metrics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * A named set of metric definitions, read from the file of that name and version beside this class. A published version
 * never changes its meaning: what would change a number gets a new one.
 *
 * @param name for example {@code strict-v1}
 * @param version counts changes that leave all numbers as they are
 * @param description what is compared with what, for a reader of the report
 * @param source the paper or code that it follows
 * @param deviations where it differs from its source, and why
 * @param seed of every random choice
 * @param points how many points are drawn from each surface; 0 where clouds are measured as they are
 * @param tau the distance under which a point counts as found
 * @param longestSide the length to which each shape's longest side is scaled; 0 where shapes are measured as they are
 * @param secondsPerShape wall time that executing one program may take
 * @param bootstrapResamples how often samples are drawn again for confidence intervals
 * @param confidence the share of those that an interval holds
 */
public record ProtocolDefinition(
        String name,
        int version,
        String description,
        String source,
        List<String> deviations,
        long seed,
        int points,
        double tau,
        double longestSide,
        double secondsPerShape,
        int bootstrapResamples,
        double confidence,
        List<MetricDefinition> metrics) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    public ProtocolDefinition {
        Objects.requireNonNull(name, "name");
        deviations = List.copyOf(deviations);
        metrics = List.copyOf(metrics);
        if (points < 0 || !(tau > 0) || !(longestSide >= 0) || !(secondsPerShape > 0)) {
            throw new IllegalArgumentException("protocol " + name + " has a number out of range");
        }
        if (bootstrapResamples < 1 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("protocol " + name + " has no confidence intervals");
        }
    }

    /**
     * The definition of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ProtocolDefinition of(String name) {
        if (!Protocols.names().contains(name)) {
            throw new IllegalArgumentException(
                    "no protocol is called " + name + "; there are " + String.join(", ", Protocols.names()));
        }
        try (InputStream file = ProtocolDefinition.class.getResourceAsStream(name + ".json")) {
            return JSON.readValue(Objects.requireNonNull(file, name), ProtocolDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the definition of protocol " + name + " does not read", e);
        }
    }

    public ProtocolDefinition withSeed(long other) {
        return new ProtocolDefinition(
                name,
                version,
                description,
                source,
                deviations,
                other,
                points,
                tau,
                longestSide,
                secondsPerShape,
                bootstrapResamples,
                confidence,
                metrics);
    }

    public ProtocolDefinition withTau(double other) {
        return new ProtocolDefinition(
                name,
                version,
                description,
                source,
                deviations,
                seed,
                points,
                other,
                longestSide,
                secondsPerShape,
                bootstrapResamples,
                confidence,
                metrics);
    }
}
