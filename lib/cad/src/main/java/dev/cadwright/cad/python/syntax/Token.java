package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;

/**
 * A piece of a program's text.
 *
 * @param text as written for names, keywords and operators; the decoded value for a plain string
 * @param number the value of a number, null otherwise
 * @param body where an f-string's text lies between its quotes, null otherwise
 */
record Token(Kind kind, String text, Object number, Body body, SourceSpan span) {
    enum Kind {
        NAME,
        KEYWORD,
        NUMBER,
        STRING,
        FORMATTED_STRING,
        OPERATOR,
        NEWLINE,
        INDENT,
        DEDENT,
        END
    }

    /** Offsets into the program of what stands between the quotes, where that begins, and whether escapes count. */
    record Body(int start, int end, int line, int column, boolean raw) {}

    Token(Kind kind, String text, SourceSpan span) {
        this(kind, text, null, null, span);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isKeyword(String word) {
        return kind == Kind.KEYWORD && text.equals(word);
    }

    /** As a person would name it in a message. */
    String describe() {
        return switch (kind) {
            case NAME, KEYWORD, OPERATOR -> "\"" + Refusal.shortened(text) + "\"";
            case NUMBER -> "a number";
            case STRING, FORMATTED_STRING -> "a string";
            case NEWLINE -> "the end of the line";
            case INDENT -> "an indented line";
            case DEDENT -> "the end of the block";
            case END -> "the end of the program";
        };
    }
}
