package dev.cadwright.dataset.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cadwright.dataset.Split;
import java.util.Locale;
import java.util.Optional;

/**
 * Where shapes of a dataset come from.
 *
 * @param count for {@code PROCEDURAL} how many to generate; else at most so many, in sorted order
 * @param seed of the procedural generator; absent: the dataset's
 * @param split all shapes go there; absent: decided by geometry
 * @param artifact SHA-256 of a zip of the folder; required but for {@code PROCEDURAL}
 * @param solids whether to keep exact solids; absent: as the dataset. Without them, generated shapes are made by no
 *     kernel: they have programs and points, but neither solid nor mesh
 */
public record SourceSpecification(
        Kind type,
        Optional<Integer> count,
        Optional<Long> seed,
        Optional<Split> split,
        Optional<String> artifact,
        Optional<Boolean> solids) {
    public static final int MAXIMUM_COUNT = 10_000_000;

    /** The kinds of sources. */
    public enum Kind {
        PROCEDURAL,
        /** A folder of programs of all languages and of STEP files. */
        FOLDER,
        DEEPCAD,
        STEP;

        /** The name in requests: lower case. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String label) {
            for (Kind kind : values()) {
                if (kind.label().equals(label)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("a source's type is procedural, folder, deepcad or step, not " + label);
        }
    }

    public SourceSpecification {
        count = count == null ? Optional.empty() : count;
        seed = seed == null ? Optional.empty() : seed;
        split = split == null ? Optional.empty() : split;
        artifact = artifact == null ? Optional.empty() : artifact;
        solids = solids == null ? Optional.empty() : solids;
        if (type == null) {
            throw new IllegalArgumentException("a source needs a type: procedural, folder, deepcad or step");
        }
        count.ifPresent(SourceSpecification::requireCount);
        if (type == Kind.PROCEDURAL && count.isEmpty()) {
            throw new IllegalArgumentException("a procedural source needs a count");
        }
        if (type != Kind.PROCEDURAL && artifact.isEmpty()) {
            throw new IllegalArgumentException("a " + type.label() + " source needs an artifact: a zip of its files");
        }
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MAXIMUM_COUNT) {
            throw new IllegalArgumentException("count is between 1 and " + MAXIMUM_COUNT + ", not " + count);
        }
    }
}
