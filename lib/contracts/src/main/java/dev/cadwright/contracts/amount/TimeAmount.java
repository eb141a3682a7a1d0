package dev.cadwright.contracts.amount;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Map;

/**
 * A positive time. In JSON a number of seconds, or a text as on the command line: {@code 3s}, {@code 500ms}, {@code 2m};
 * written as the number.
 */
public record TimeAmount(double seconds) {
    /** What a person may write, for messages. */
    public static final String FORM = "a time like 3s, 500ms or 2m";

    private static final double MILLISECONDS = 1000;
    private static final Map<String, Double> UNITS =
            Map.of("ms", 1.0, "", 1000.0, "s", 1000.0, "m", 60_000.0, "min", 60_000.0);

    public TimeAmount {
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("a time is positive, not " + seconds + " s");
        }
    }

    /** @throws IllegalArgumentException saying how times are written */
    public static TimeAmount parse(String text) {
        double milliseconds = Written.parse(text, UNITS)
                .orElseThrow(() -> new IllegalArgumentException("expected " + FORM + ", not " + text));
        return new TimeAmount(milliseconds / MILLISECONDS);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TimeAmount of(Object json) {
        return switch (json) {
            case Number seconds -> new TimeAmount(seconds.doubleValue());
            case String text -> parse(text);
            default -> throw new IllegalArgumentException("expected a number of seconds, or " + FORM);
        };
    }

    @JsonValue
    @Override
    public double seconds() {
        return seconds;
    }

    /** To the millisecond, and at least one. */
    public Duration duration() {
        return Duration.ofMillis(Math.max(1, Math.round(seconds * MILLISECONDS)));
    }
}
