package dev.cadwright.cad.openscad;

import dev.cadwright.cad.SourceSpan;

/** A piece of text. The text of a string and of a path is without its delimiters and escapes. */
record Token(Kind kind, String text, double number, SourceSpan span) {
    enum Kind {
        NUMBER,
        STRING,
        NAME,
        /** A word that the grammar reserves. */
        WORD,
        SYMBOL,
        INCLUDE,
        USE,
        END
    }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
    }

    /** For messages. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the program";
            case STRING -> "a text";
            case NUMBER, NAME, WORD, SYMBOL -> "\"" + text + "\"";
            case INCLUDE -> "include";
            case USE -> "use";
        };
    }
}
