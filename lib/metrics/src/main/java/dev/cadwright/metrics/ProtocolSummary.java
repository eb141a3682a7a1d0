package dev.cadwright.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model's scores under one protocol, in short.
 *
 * @param samples all scores
 * @param measured predictions that were measured
 * @param failed predictions that count as failures, missing ones included
 * @param excluded samples left out because their truth cannot be measured
 * @param validity measured ÷ (measured + failed); 0 for none
 * @param failures how many failed, by category
 * @param exclusions how many were left out, by category
 * @param iouAtLeast the share of samples, failures included, whose {@code iou} is at least the threshold; empty where the
 *     protocol has none
 * @param metrics by name, in the definition's order; a metric that no sample has is absent
 */
public record ProtocolSummary(
        String protocol,
        int version,
        long seed,
        int samples,
        int measured,
        int failed,
        int excluded,
        double validity,
        Map<String, Integer> failures,
        Map<String, Integer> exclusions,
        Map<String, Double> iouAtLeast,
        Map<String, MetricSummary> metrics) {
    public ProtocolSummary {
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        exclusions = Collections.unmodifiableMap(new TreeMap<>(exclusions));
        iouAtLeast = Collections.unmodifiableMap(new TreeMap<>(iouAtLeast));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
