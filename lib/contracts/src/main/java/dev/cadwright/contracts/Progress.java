package dev.cadwright.contracts;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far a job or a unit has come.
 *
 * @param done finished amount, in the measure of {@code total}; 0 ≤ done ≤ total
 * @param total whole amount (samples, steps, pictures), at least 0
 * @param message what is being done, for a person; may be empty
 * @param metrics latest named measurements (loss, tokens_per_second), all finite; at most {@value #MAX_METRICS}
 */
public record Progress(long done, long total, String message, Map<String, Double> metrics) {
    public static final int MAX_METRICS = 64;
    public static final int MAX_MESSAGE = 1000;

    public static final Progress NONE = new Progress(0, 0, "", Map.of());

    public Progress {
        if (done < 0 || total < done) {
            throw new IllegalArgumentException("progress must satisfy 0 <= done <= total: " + done + " of " + total);
        }
        message = message == null ? "" : message.substring(0, Math.min(message.length(), MAX_MESSAGE));
        metrics = metrics == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(metrics));
        if (metrics.size() > MAX_METRICS) {
            throw new IllegalArgumentException("at most " + MAX_METRICS + " metrics, not " + metrics.size());
        }
        metrics.forEach((name, value) -> {
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException("metric " + name + " is not finite: " + value);
            }
        });
    }

    public static Progress of(long done, long total) {
        return new Progress(done, total, "", Map.of());
    }

    public static Progress of(long done, long total, String message) {
        return new Progress(done, total, message, Map.of());
    }
}
