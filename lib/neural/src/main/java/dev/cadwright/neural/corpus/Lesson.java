package dev.cadwright.neural.corpus;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A sample as tokens.
 *
 * @param ids of the whole text
 * @param labels the same where something is learnt, else -100
 * @param image name of the picture that stands in place of image tokens
 * @param cloud the points that stand in place of the first tokens
 */
@SuppressWarnings("ArrayRecordComponent") // read only
public record Lesson(int[] ids, int[] labels, Optional<String> image, Optional<Cloud> cloud) {
    /** A label that does not count. */
    public static final int IGNORED = -100;

    public Lesson {
        Objects.requireNonNull(image);
        Objects.requireNonNull(cloud);
        if (ids.length != labels.length) {
            throw new IllegalArgumentException(labels.length + " labels for " + ids.length + " tokens");
        }
    }

    /** A text alone. */
    public Lesson(int[] ids, int[] labels) {
        this(ids, labels, Optional.empty(), Optional.empty());
    }

    /** The same up to so many tokens. */
    Lesson cut(int length) {
        return new Lesson(Arrays.copyOf(ids, length), Arrays.copyOf(labels, length), image, cloud);
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
