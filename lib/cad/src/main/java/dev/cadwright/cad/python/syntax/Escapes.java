package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;

/** Backslash escapes of string literals. */
final class Escapes {
    private final String text;
    private final SourceSpan span;
    private final StringBuilder decoded;
    private int position;

    private Escapes(String text, SourceSpan span) {
        this.text = text;
        this.span = span;
        this.decoded = new StringBuilder(text.length());
    }

    /** What a literal's text stands for. @param span of the literal, for messages */
    static String decode(String text, SourceSpan span) {
        return text.indexOf('\\') < 0 ? text : new Escapes(text, span).decode();
    }

    private String decode() {
        while (position < text.length()) {
            char here = text.charAt(position++);
            if (here == '\\' && position < text.length()) {
                escape(text.charAt(position++));
            } else {
                decoded.append(here);
            }
        }
        return decoded.toString();
    }

    private void escape(char letter) {
        switch (letter) {
            case '\n' -> {}
            case '\\', '\'', '"' -> decoded.append(letter);
            case 'n' -> decoded.append('\n');
            case 't' -> decoded.append('\t');
            case 'r' -> decoded.append('\r');
            case 'a' -> decoded.append('\u0007');
            case 'b' -> decoded.append('\b');
            case 'f' -> decoded.append('\f');
            case 'v' -> decoded.append('\u000B');
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            case 'x' -> hexadecimal('x', 2);
            case 'u' -> hexadecimal('u', 4);
            case 'U' -> hexadecimal('U', 8);
            case 'N' -> named();
            default -> decoded.append('\\').append(letter);
        }
    }

    private void octal() {
        position--;
        int value = 0;
        int digits = 0;
        while (digits < 3 && position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '7') {
            value = value * 8 + (text.charAt(position++) - '0');
            digits++;
        }
        decoded.append((char) value);
    }

    private void hexadecimal(char letter, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
            if (digit < 0) {
                throw Refusal.syntax(
                        span, "string", "the escape \\" + letter + " is cut short", digits + " hexadecimal digits", "");
            }
            value = value * 16 + digit;
            position++;
        }
        if (!Character.isValidCodePoint(value)) {
            throw Refusal.syntax(span, "string", "there is no such character: \\U" + "%08x".formatted(value));
        }
        decoded.appendCodePoint(value);
    }

    private void named() {
        int end = text.indexOf('}', position);
        if (position >= text.length() || text.charAt(position) != '{' || end < 0) {
            throw Refusal.syntax(span, "string", "the escape \\N is cut short", "{name of a character}", "");
        }
        String name = text.substring(position + 1, end);
        try {
            decoded.appendCodePoint(Character.codePointOf(name));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.syntax(span, "string", "no character has the name \"" + Refusal.shortened(name) + "\"");
        }
        position = end + 1;
    }
}
