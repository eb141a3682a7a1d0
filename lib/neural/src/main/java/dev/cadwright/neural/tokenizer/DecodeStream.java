package dev.cadwright.neural.tokenizer;

import java.util.Arrays;

/**
 * Decodes a growing list of ids, one by one, into text that never ends within a character: what was returned so far,
 * then {@link #finish}, is always the text of all ids decoded at once. Not safe for use by several threads.
 *
 * <p>Only the last tokens are decoded again with a new one, since a decoder may treat the first token of a text
 * differently, and the bytes of one character may come in several tokens. A byte-level decoder shows an unfinished
 * character as one U+FFFD at the end; tokens that name a byte in hexadecimal are only certain when another follows.
 */
public final class DecodeStream {
    private static final char UNFINISHED = '\ufffd';
    /** An unfinished character has at most three bytes, so three tokens; one more keeps its beginning apart. */
    private static final int KEPT = 4;

    private static final int LONGEST_WINDOW = 64;

    private final Tokenizer tokenizer;
    private final boolean skipSpecialTokens;
    private int[] window = new int[16];
    private int length;
    /** Characters of the decoded window that were returned before. */
    private int returned;

    DecodeStream(Tokenizer tokenizer, boolean skipSpecialTokens) {
        this.tokenizer = tokenizer;
        this.skipSpecialTokens = skipSpecialTokens;
    }

    /** @return the text that is certain now; often empty, never half a character */
    public String append(int id) {
        if ((skipSpecialTokens && tokenizer.isSpecial(id))
                || tokenizer.token(id).isEmpty()) {
            return "";
        }
        push(id);
        if (isByte(id)) {
            return "";
        }
        String text = decode(0);
        int certain = text.endsWith(String.valueOf(UNFINISHED)) ? text.length() - 1 : text.length();
        String fresh = certain > returned ? text.substring(returned, certain) : "";
        returned = Math.max(returned, certain);
        shorten(certain == text.length());
        return fresh;
    }

    /** @return what was held back; the stream is empty then, and may be used again */
    public String finish() {
        String text = decode(0);
        String rest = text.length() > returned ? text.substring(returned) : "";
        length = 0;
        returned = 0;
        return rest;
    }

    private void shorten(boolean complete) {
        int keep = complete ? 1 : KEPT;
        if (length <= keep || (!complete && length < LONGEST_WINDOW)) {
            return;
        }
        String text = decode(length - keep);
        // What the next token will follow must be visible, or it would be taken for the first of a text.
        if (!text.isEmpty() || length > LONGEST_WINDOW) {
            System.arraycopy(window, length - keep, window, 0, keep);
            length = keep;
            returned = complete ? text.length() : text.length() - 1;
        }
    }

    private void push(int id) {
        if (length == window.length) {
            window = Arrays.copyOf(window, 2 * length);
        }
        window[length++] = id;
    }

    private String decode(int from) {
        return tokenizer.handle().decode(window, from, length, skipSpecialTokens);
    }

    private boolean isByte(int id) {
        return tokenizer.definition().bytesByHex()
                && tokenizer
                        .token(id)
                        .filter(token -> token.length() == 6 && token.startsWith("<0x") && token.endsWith(">"))
                        .isPresent();
    }
}
