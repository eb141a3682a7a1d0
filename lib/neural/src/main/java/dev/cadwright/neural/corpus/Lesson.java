package dev.cadwright.neural.corpus;

import java.util.Objects;
import java.util.Optional;

/**
 * A sample as tokens.
 *
 * @param ids of the whole text
 * @param labels the same where something is learnt, else -100
 * @param image name of the picture that stands in place of image tokens
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record Lesson(int[] ids, int[] labels, Optional<String> image) {
    /** A label that does not count. */
    public static final int IGNORED = -100;

    public Lesson {
        Objects.requireNonNull(image);
        if (ids.length != labels.length) {
            throw new IllegalArgumentException(labels.length + " labels for " + ids.length + " tokens");
        }
    }

    public int length() {
        return ids.length;
    }

    /** Labels that something stands before. */
    public int targets() {
        int count = 0;
        for (int i = 1; i < labels.length; i++) {
            count += labels[i] != IGNORED ? 1 : 0;
        }
        return count;
    }
}
