package dev.cadwright.neural.tokenizer.bpe;

import java.text.Normalizer;

/**
 * Cuts a text into words as the pattern of a {@link SplitStyle} does, by hand: it decides at each place by the classes of
 * one or two characters, many times faster than a regular expression.
 */
final class WordSplitter {
    /** Takes the words in their order. */
    interface Sink {
        /** @param end index behind the word's last character */
        void word(String text, int begin, int end);
    }

    private final SplitStyle style;

    WordSplitter(SplitStyle style) {
        this.style = style;
    }

    void split(String raw, Sink sink) {
        String text = style == SplitStyle.QWEN ? Normalizer.normalize(raw, Normalizer.Form.NFC) : raw;
        int at = 0;
        while (at < text.length()) {
            int end = style == SplitStyle.QWEN ? qwen(text, at) : gpt2(text, at);
            sink.word(text, at, end);
            at = end;
        }
    }

    private static int qwen(String text, int at) {
        int c = text.codePointAt(at);
        int contraction = contraction(text, at, true);
        if (contraction > at) {
            return contraction;
        }
        if (Character.isLetter(c)) {
            return letters(text, at);
        }
        int next = at + Character.charCount(c);
        if (c != '\r' && c != '\n' && !isNumber(c) && next < text.length() && isLetterAt(text, next)) {
            return letters(text, next);
        }
        if (isNumber(c)) {
            return next;
        }
        int symbols = symbols(text, c == ' ' ? next : at);
        if (symbols > (c == ' ' ? next : at)) {
            while (symbols < text.length() && isLineEnd(text.charAt(symbols))) {
                symbols++;
            }
            return symbols;
        }
        int spaces = spaces(text, at);
        int behindLine = spaces;
        while (behindLine > at && !isLineEnd(text.charAt(behindLine - 1))) {
            behindLine--;
        }
        return behindLine > at ? behindLine : beforeLast(text, at, spaces);
    }

    private static int gpt2(String text, int at) {
        int c = text.codePointAt(at);
        int contraction = contraction(text, at, false);
        if (contraction > at) {
            return contraction;
        }
        int begin = c == ' ' && at + 1 < text.length() ? at + 1 : at;
        int first = text.codePointAt(begin);
        if (Character.isLetter(first)) {
            return letters(text, begin);
        }
        if (isNumber(first)) {
            return numbers(text, begin);
        }
        int symbols = symbols(text, begin);
        return symbols > begin ? symbols : beforeLast(text, at, spaces(text, at));
    }

    /** White space before a word leaves its last character to the word. */
    private static int beforeLast(String text, int at, int spaces) {
        return spaces < text.length() && spaces - at > 1 ? spaces - 1 : spaces;
    }

    /** Behind 's, 't, 're, 've, 'm, 'll or 'd; the same place where there is none. */
    private static int contraction(String text, int at, boolean anyCase) {
        if (text.charAt(at) != '\'' || at + 1 >= text.length()) {
            return at;
        }
        char first = lower(text.charAt(at + 1), anyCase);
        if ("stmd".indexOf(first) >= 0) {
            return at + 2;
        }
        if (at + 2 >= text.length()) {
            return at;
        }
        char second = lower(text.charAt(at + 2), anyCase);
        boolean two =
                (first == 'r' && second == 'e') || (first == 'v' && second == 'e') || (first == 'l' && second == 'l');
        return two ? at + 3 : at;
    }

    private static char lower(char c, boolean anyCase) {
        if (!anyCase) {
            return c;
        }
        // The long s is an s to a pattern that ignores case.
        return c == '\u017f' ? 's' : c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static int letters(String text, int at) {
        int end = at;
        while (end < text.length() && isLetterAt(text, end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int numbers(String text, int at) {
        int end = at;
        while (end < text.length() && isNumber(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int symbols(String text, int at) {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (isSpace(c) || Character.isLetter(c) || isNumber(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static int spaces(String text, int at) {
        int end = at;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetterAt(String text, int at) {
        char c = text.charAt(at);
        return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(text.codePointAt(at));
    }

    /** {@code \p{N}}: digits, letters that are numbers, and fractions. */
    private static boolean isNumber(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Unicode's White_Space; all of it lies in the basic plane. */
    static boolean isSpace(int c) {
        return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : c == 0x85 || Character.isSpaceChar(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
