package dev.cadwright.dataset;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is known of a sample beside its files: {@code sample.json} in a shard.
 *
 * @param id unique in the dataset; letters, digits, {@code .}, {@code _} and {@code -}
 * @param source where it comes from, as {@code procedural} or {@code deepcad}
 * @param language of the program that came with it, or empty
 * @param frame what maps the source's units to the normalised ones
 * @param measures of the exact solid
 * @param signature equal for shapes that count as duplicates
 */
@JsonPropertyOrder({"id", "split", "source", "language", "frame", "measures", "signature"})
public record SampleDescription(
        String id,
        Split split,
        String source,
        String language,
        NormalisingFrame frame,
        ShapeMeasures measures,
        String signature) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");

    public SampleDescription {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a sample: " + id);
        }
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(measures, "measures");
        Objects.requireNonNull(signature, "signature");
        language = language == null ? "" : language;
    }
}
