package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;

/** Finds where the expression of an f-string's field ends: before a top-level {@code !}, {@code :}, {@code =} or brace. */
final class FieldEnd {
    private FieldEnd() {}

    /** The offset of the end. @param whole of the f-string, for messages */
    static int find(SourceText source, SourceSpan whole) {
        int depth = 0;
        for (int ahead = 0; ; ahead++) {
            char here = source.peek(ahead);
            char next = source.peek(ahead + 1);
            switch (here) {
                case SourceText.NONE ->
                    throw Refusal.syntax(whole, "string", "a field of this f-string does not end", "\"}\"", "");
                case '\\' -> throw Refusal.syntax(whole, "string", "a field of an f-string holds no backslash");
                case '#' -> throw Refusal.syntax(whole, "string", "a field of an f-string holds no #");
                case '(', '[', '{' -> depth++;
                case ')', ']' -> depth--;
                case '"', '\'' -> ahead = quoted(source, ahead, whole);
                case '}' -> {
                    if (depth-- == 0) {
                        return source.position() + ahead;
                    }
                }
                case ':' -> {
                    if (depth == 0) {
                        return source.position() + ahead;
                    }
                }
                case '!', '=', '<', '>' -> {
                    if (next == '=') {
                        ahead++;
                    } else if (depth == 0 && (here == '!' || here == '=')) {
                        return source.position() + ahead;
                    }
                }
                default -> {}
            }
        }
    }

    /** The index of the quote that closes the string which begins here. */
    private static int quoted(SourceText source, int ahead, SourceSpan whole) {
        char quote = source.peek(ahead);
        boolean triple = source.peek(ahead + 1) == quote && source.peek(ahead + 2) == quote;
        int length = triple ? 3 : 1;
        for (int i = ahead + length; source.peek(i) != SourceText.NONE; i++) {
            boolean closes = source.peek(i) == quote
                    && (!triple || (source.peek(i + 1) == quote && source.peek(i + 2) == quote));
            if (closes) {
                return i + length - 1;
            }
        }
        throw Refusal.syntax(whole, "string", "a string in a field of this f-string does not end", "" + quote, "");
    }
}
