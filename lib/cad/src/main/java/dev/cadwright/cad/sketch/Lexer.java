package dev.cadwright.cad.sketch;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.sketch.Token.Kind;

/** Cuts a text into tokens, one at a time. As in Python, lines end statements except within parentheses. */
final class Lexer {
    private final String text;
    private int position;
    private int line = 1;
    private int lineStart;
    private int depth;

    Lexer(String text) {
        this.text = text;
    }

    Token next() {
        skipBlanks();
        if (position >= text.length()) {
            return token(Kind.END, position);
        }
        int start = position;
        char first = text.charAt(position);
        if (first == '\n') {
            return newline();
        }
        if (isNameStart(first)) {
            return name(start);
        }
        if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
            return number(start);
        }
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        return symbol(first, start);
    }

    /** Leaves parentheses and the rest of the line behind, so that reading can go on after an error. */
    void skipLine() {
        depth = 0;
        while (position < text.length() && text.charAt(position) != '\n') {
            position++;
        }
    }

    private void skipBlanks() {
        while (position < text.length()) {
            char here = text.charAt(position);
            if (here == '#') {
                while (position < text.length() && text.charAt(position) != '\n') {
                    position++;
                }
            } else if (here == '\n' && depth > 0) {
                advanceLine();
            } else if (here == ' ' || here == '\t' || here == '\r') {
                position++;
            } else {
                return;
            }
        }
    }

    private Token newline() {
        SourceSpan span = span(position, position + 1);
        advanceLine();
        return new Token(Kind.NEWLINE, "\n", span);
    }

    private void advanceLine() {
        position++;
        line++;
        lineStart = position;
    }

    private Token name(int start) {
        while (isNameStart(peek(0)) || isDigit(peek(0))) {
            position++;
        }
        return token(Kind.NAME, start);
    }

    private Token number(int start) {
        skipDigits();
        if (peek(0) == '.') {
            position++;
            skipDigits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                position += 1 + sign;
                skipDigits();
            }
        }
        boolean runsOn = isNameStart(peek(0)) || isDigit(peek(0)) || peek(0) == '.';
        if (!runsOn) {
            return token(Kind.NUMBER, start);
        }
        while (isNameStart(peek(0)) || isDigit(peek(0)) || peek(0) == '.') {
            position++;
        }
        String wrong = Messages.shortened(text.substring(start, position));
        return new Token(Kind.BAD, "\"" + wrong + "\" is not a number", span(start, position));
    }

    private Token quoted(char quote) {
        int start = position;
        position++;
        while (position < text.length() && text.charAt(position) != quote) {
            char here = text.charAt(position);
            if (here == '\n' || here == '\\') {
                String problem = here == '\n' ? "this text does not end on its line" : "a text holds no backslash";
                return new Token(Kind.BAD, problem, span(start, position));
            }
            position++;
        }
        if (position >= text.length()) {
            return new Token(Kind.BAD, "this text does not end", span(start, position));
        }
        position++;
        return new Token(Kind.TEXT, text.substring(start + 1, position - 1), span(start, position));
    }

    private Token symbol(char first, int start) {
        if (text.startsWith("...", position)) {
            position += 3;
            return token(Kind.ELLIPSIS, start);
        }
        position++;
        return switch (first) {
            case '(' -> {
                depth++;
                yield token(Kind.OPEN, start);
            }
            case ')' -> {
                depth = Math.max(0, depth - 1);
                yield token(Kind.CLOSE, start);
            }
            case ',' -> token(Kind.COMMA, start);
            case '=' -> token(Kind.EQUALS, start);
            case '.' -> token(Kind.DOT, start);
            case '+' -> token(Kind.PLUS, start);
            case '-' -> token(Kind.MINUS, start);
            default -> new Token(Kind.BAD, unknown(first, start), span(start, position));
        };
    }

    private String unknown(char first, int start) {
        if (Character.isISOControl(first) || Character.isSurrogate(first)) {
            return "the character U+%04X has no meaning here".formatted(text.codePointAt(start));
        }
        return "the character \"" + first + "\" has no meaning here";
    }

    private void skipDigits() {
        while (isDigit(peek(0))) {
            position++;
        }
    }

    private char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
    }

    private Token token(Kind kind, int start) {
        return new Token(kind, text.substring(start, position), span(start, position));
    }

    private SourceSpan span(int start, int end) {
        return new SourceSpan(line, start - lineStart + 1, line, end - lineStart + 1);
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
