package dev.cadwright.benchmark;

import dev.cadwright.metrics.ProtocolDefinition;
import dev.cadwright.metrics.Protocols;
import dev.cadwright.metrics.report.BenchmarkReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is measured, and how.
 *
 * @param entries a line about each contestant, such as its checkpoint, by its name, in the order of the report's rows
 * @param baseline whether the box around the input is measured beside them
 * @param protocols at least one; those that compare solids
 */
public record Contest(Map<String, String> entries, boolean baseline, List<ProtocolDefinition> protocols) {
    /** The name under which the box around the input is scored. */
    public static final String BASELINE = "bounding box";

    private static final Set<String> ALLOWED = Set.of(Protocols.STRICT, Protocols.CADRILLE);

    public Contest {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        protocols = List.copyOf(protocols);
        if (entries.isEmpty() && !baseline) {
            throw new IllegalArgumentException("there is nothing to score: no entry and no baseline");
        }
        if (entries.containsKey(BASELINE)) {
            throw new IllegalArgumentException("an entry is not called " + BASELINE);
        }
        if (protocols.isEmpty()) {
            throw new IllegalArgumentException("there is no protocol to score by");
        }
    }

    /** @throws IllegalArgumentException if there is no protocol of such a name that compares solids */
    public static List<ProtocolDefinition> protocols(List<String> names, long seed) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!ALLOWED.contains(name)) {
                throw new IllegalArgumentException("protocols are of " + ALLOWED + ", not " + name);
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("protocol " + name + " is named twice");
            }
        }
        return names.stream()
                .map(name -> ProtocolDefinition.of(name).withSeed(seed))
                .toList();
    }

    /** The wall time that one predicted program may take: the strictest protocol's. */
    Duration time() {
        return Duration.ofMillis(Math.round(1000
                * protocols.stream()
                        .mapToDouble(ProtocolDefinition::secondsPerShape)
                        .min()
                        .orElseThrow()));
    }

    /** The rows of a report. */
    public List<BenchmarkReport.Model> models() {
        List<BenchmarkReport.Model> models = new ArrayList<>();
        if (baseline) {
            models.add(new BenchmarkReport.Model(BASELINE, "the box around the input points: no model at all", true));
        }
        entries.forEach((name, description) -> models.add(new BenchmarkReport.Model(name, description, false)));
        return models;
    }
}
