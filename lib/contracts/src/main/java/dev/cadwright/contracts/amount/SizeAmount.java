package dev.cadwright.contracts.amount;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A positive size in memory. In JSON a number of bytes, or a text as on the command line: {@code 512m}, {@code 2g}, in
 * powers of 1024; written as the number.
 */
public record SizeAmount(long bytes) {
    /** What a person may write, for messages. */
    public static final String FORM = "a size like 512m or 2g";

    private static final double KIB = 1 << 10;
    private static final double MIB = 1 << 20;
    private static final double GIB = 1 << 30;
    private static final Map<String, Double> UNITS =
            Map.of("k", KIB, "kb", KIB, "m", MIB, "mb", MIB, "g", GIB, "gb", GIB);

    public SizeAmount {
        if (bytes < 1) {
            throw new IllegalArgumentException("a size is positive, not " + bytes + " bytes");
        }
    }

    /** @throws IllegalArgumentException saying how sizes are written */
    public static SizeAmount parse(String text) {
        double bytes = Written.parse(text, UNITS)
                .orElseThrow(() -> new IllegalArgumentException("expected " + FORM + ", not " + text));
        return new SizeAmount(Math.max(1, Math.round(bytes)));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SizeAmount of(Object json) {
        return switch (json) {
            case Number bytes -> new SizeAmount(whole(bytes));
            case String text -> parse(text);
            default -> throw new IllegalArgumentException("expected a number of bytes, or " + FORM);
        };
    }

    private static long whole(Number bytes) {
        try {
            return new BigDecimal(bytes.toString()).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("expected a whole number of bytes, not " + bytes, e);
        }
    }

    @JsonValue
    @Override
    public long bytes() {
        return bytes;
    }
}
