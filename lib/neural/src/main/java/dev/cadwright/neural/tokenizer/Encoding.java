package dev.cadwright.neural.tokenizer;

import java.util.Objects;

/**
 * A text as token ids, with the part of the text that each stands for.
 *
 * @param begins index of each token's first character in the text (UTF-16, as {@link String#charAt} counts)
 * @param ends index behind its last; equal to the begin where a token stands for nothing, as an added special one does.
 *     The tokens of one character that was cut into several all span the whole character.
 */
public record Encoding(int[] ids, int[] begins, int[] ends) {
    public Encoding {
        Objects.requireNonNull(ids, "ids");
        if (begins.length != ids.length || ends.length != ids.length) {
            throw new IllegalArgumentException("one begin and one end for each of " + ids.length + " ids");
        }
    }

    /** The number of tokens. */
    public int length() {
        return ids.length;
    }
}
