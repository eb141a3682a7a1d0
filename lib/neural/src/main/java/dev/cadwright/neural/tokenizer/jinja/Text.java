package dev.cadwright.neural.tokenizer.jinja;

/** What Python's strings take for white space, and how it writes them. */
final class Text {
    private Text() {}

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || c == 0x85 || c == 0xa0 || c == 0x2007 || c == 0x202f;
    }

    static String leftStrip(String text) {
        int begin = 0;
        while (begin < text.length() && isSpace(text.charAt(begin))) {
            begin++;
        }
        return text.substring(begin);
    }

    static String rightStrip(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    static String strip(String text) {
        return leftStrip(rightStrip(text));
    }

    /** The text that a string literal's inner part stands for. */
    static String unescape(String raw, int line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            int simple = "abfnrtv\\'\"".indexOf(escaped);
            int digits = escaped == 'x' ? 2 : escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
            if (simple >= 0) {
                text.append("\u0007\b\f\n\r\t\u000b\\'\"".charAt(simple));
            } else if (digits > 0) {
                text.appendCodePoint(codePoint(raw, i + 1, digits, line));
                i += digits;
            } else if (escaped >= '0' && escaped <= '7') {
                int end = i;
                while (end < raw.length() && end < i + 3 && raw.charAt(end) >= '0' && raw.charAt(end) <= '7') {
                    end++;
                }
                text.append((char) Integer.parseInt(raw.substring(i, end), 8));
                i = end - 1;
            } else if (escaped != '\n') {
                text.append(c).append(escaped);
            }
        }
        return text.toString();
    }

    private static int codePoint(String raw, int begin, int digits, int line) {
        try {
            int value = Integer.parseInt(raw.substring(begin, begin + digits), 16);
            if (Character.isValidCodePoint(value)) {
                return value;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw TemplateException.syntax(line, "an escape in a string is not complete");
        }
        throw TemplateException.syntax(line, "an escape in a string names no character");
    }
}
