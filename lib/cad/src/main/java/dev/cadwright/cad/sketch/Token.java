package dev.cadwright.cad.sketch;

import dev.cadwright.cad.SourceSpan;

/** A piece of the text with its kind; for {@code BAD} the text says what is wrong with it. */
record Token(Kind kind, String text, SourceSpan span) {
    enum Kind {
        NAME("a name"),
        NUMBER("a number"),
        TEXT("a text"),
        OPEN("\"(\""),
        CLOSE("\")\""),
        COMMA("\",\""),
        EQUALS("\"=\""),
        DOT("\".\""),
        PLUS("\"+\""),
        MINUS("\"-\""),
        ELLIPSIS("\"...\""),
        BAD("something unreadable"),
        NEWLINE("the end of the line"),
        END("the end of the program");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean endsStatement() {
        return kind == Kind.NEWLINE || kind == Kind.END;
    }

    String describe() {
        return switch (kind) {
            case NAME -> "the name \"" + Messages.shortened(text) + "\"";
            case NUMBER -> "the number " + Messages.shortened(text);
            case TEXT -> "the text \"" + Messages.shortened(text) + "\"";
            case OPEN, CLOSE, COMMA, EQUALS, DOT, PLUS, MINUS, ELLIPSIS, BAD, NEWLINE, END -> kind.description();
        };
    }
}
