package dev.cadwright.metrics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Summarises scores; nothing is dropped, and what is left out is counted. */
public final class Summaries {
    private static final List<Double> IOU_THRESHOLDS = List.of(0.5, 0.75, 0.9, 0.95, 0.99);

    private Summaries() {}

    /**
     * The summary of one model's scores, whatever their order.
     *
     * @throws IllegalArgumentException if a score is of another protocol, or a sample occurs twice
     */
    public static ProtocolSummary of(ProtocolDefinition definition, Collection<Score> scores) {
        check(definition, scores);
        List<Score> counted = scores.stream()
                .filter(score -> score.verdict() != Score.Verdict.EXCLUDED)
                .toList();
        int measured = (int) counted.stream()
                .filter(score -> score.verdict() == Score.Verdict.MEASURED)
                .count();
        int failed = counted.size() - measured;
        return new ProtocolSummary(
                definition.name(),
                definition.version(),
                definition.seed(),
                scores.size(),
                measured,
                failed,
                scores.size() - counted.size(),
                counted.isEmpty() ? 0 : (double) measured / counted.size(),
                categories(scores, Score.Verdict.FAILED),
                categories(scores, Score.Verdict.EXCLUDED),
                iouAtLeast(counted),
                metrics(definition, counted));
    }

    private static void check(ProtocolDefinition definition, Collection<Score> scores) {
        Map<String, Score> byName = new LinkedHashMap<>();
        for (Score score : scores) {
            if (!score.protocol().equals(definition.name())) {
                throw new IllegalArgumentException(
                        "a score of " + score.protocol() + " among those of " + definition.name());
            }
            if (byName.put(score.name(), score) != null) {
                throw new IllegalArgumentException("sample " + score.name() + " was scored twice");
            }
        }
    }

    private static Map<String, Integer> categories(Collection<Score> scores, Score.Verdict verdict) {
        Map<String, Integer> counts = new TreeMap<>();
        scores.stream()
                .filter(score -> score.verdict() == verdict)
                .forEach(score -> counts.merge(score.category(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Double> iouAtLeast(List<Score> counted) {
        Map<String, Double> shares = new TreeMap<>();
        if (counted.stream().anyMatch(score -> score.metrics().containsKey("iou"))) {
            for (double threshold : IOU_THRESHOLDS) {
                long passed = counted.stream()
                        .filter(score -> score.metrics().getOrDefault("iou", 0.0) >= threshold)
                        .count();
                shares.put(String.valueOf(threshold), (double) passed / counted.size());
            }
        }
        return shares;
    }

    private static Map<String, MetricSummary> metrics(ProtocolDefinition definition, List<Score> counted) {
        Map<String, MetricSummary> summaries = new LinkedHashMap<>();
        for (MetricDefinition metric : definition.metrics()) {
            double[] values = counted.stream()
                    .map(score -> score.metrics().get(metric.name()))
                    .filter(value -> value != null)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length > 0) {
                summaries.put(metric.name(), new Distribution(values).summary(definition));
            }
        }
        return summaries;
    }
}
