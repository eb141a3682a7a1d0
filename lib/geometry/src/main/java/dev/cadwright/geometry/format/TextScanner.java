package dev.cadwright.geometry.format;

import java.nio.charset.StandardCharsets;

/** Words separated by white space, with the line they stand in. Long words are cut: none of a format's is long. */
final class TextScanner {
    private static final int MAX_WORD = 64;

    private final byte[] text;
    private int position;
    private int line = 1;

    TextScanner(byte[] text) {
        this.text = text;
    }

    /** The line of the word read last, from 1. */
    int line() {
        return line;
    }

    /** The next word, or null at the end. */
    String next() {
        while (position < text.length && text[position] >= 0 && text[position] <= ' ') {
            if (text[position++] == '\n') {
                line++;
            }
        }
        return position < text.length ? word() : null;
    }

    /** The next word of this line, or null if there is none. */
    String nextInLine() {
        while (position < text.length && text[position] >= 0 && text[position] <= ' ') {
            if (text[position] == '\n') {
                return null;
            }
            position++;
        }
        return position < text.length ? word() : null;
    }

    private String word() {
        int start = position;
        while (position < text.length && (text[position] < 0 || text[position] > ' ')) {
            position++;
        }
        return new String(text, start, Math.min(position - start, MAX_WORD), StandardCharsets.ISO_8859_1);
    }

    /** Moves to the end of this line. */
    void skipLine() {
        while (position < text.length && text[position] != '\n') {
            position++;
        }
    }
}
