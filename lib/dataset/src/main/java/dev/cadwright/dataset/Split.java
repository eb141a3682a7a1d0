package dev.cadwright.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a sample is for. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    /** {@code train}, {@code validation} or {@code test}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if {@code text} names no split */
    @JsonCreator
    public static Split of(String text) {
        for (Split split : values()) {
            if (split.text().equals(text)) {
                return split;
            }
        }
        throw new IllegalArgumentException("a split is train, validation or test, not " + text);
    }
}
