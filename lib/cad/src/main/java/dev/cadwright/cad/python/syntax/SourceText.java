package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;

/** A text that is read character by character, counting lines and columns; columns count UTF-16 units from 1. */
final class SourceText {
    /** What {@link #peek} gives beyond the end. */
    static final char NONE = '\0';

    private final String text;
    private final int end;
    private int position;
    private int line;
    private int lineStart;

    /** A part of a text; the first character stands at the given line and column. */
    SourceText(String text, int start, int end, int line, int column) {
        this.text = text;
        this.position = start;
        this.end = end;
        this.line = line;
        this.lineStart = start - column + 1;
    }

    String text() {
        return text;
    }

    int position() {
        return position;
    }

    int line() {
        return line;
    }

    int column() {
        return position - lineStart + 1;
    }

    boolean atEnd() {
        return position >= end;
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return position + ahead < end ? text.charAt(position + ahead) : NONE;
    }

    boolean startsWith(String expected) {
        return position + expected.length() <= end && text.startsWith(expected, position);
    }

    String since(int start) {
        return text.substring(start, position);
    }

    boolean atLineEnd() {
        char here = peek();
        return here == '\n' || here == '\r';
    }

    /** Steps over characters of one line. */
    void skip(int count) {
        position += count;
    }

    /** Steps over one character or one line end, of which {@code \r\n} is one. */
    void advance() {
        char here = text.charAt(position++);
        if (here == '\r' && peek() == '\n') {
            position++;
        }
        if (here == '\n' || here == '\r') {
            line++;
            lineStart = position;
        }
    }

    void skipToLineEnd() {
        while (!atEnd() && !atLineEnd()) {
            position++;
        }
    }

    /** From a place on the current line to here. */
    SourceSpan spanFrom(int startLine, int startColumn) {
        return new SourceSpan(startLine, startColumn, line, column());
    }

    SourceSpan here() {
        return new SourceSpan(line, column(), line, column() + 1);
    }
}
