package dev.cadwright.cad;

import java.util.Objects;

/**
 * One thing that is wrong with a program, and where.
 *
 * @param code stable name, {@code kind.detail}; the kinds are {@code syntax} (does not read), {@code unsupported} (known,
 *     but outside of what we execute), {@code limit} (larger than a bound), {@code reference} (names something that is
 *     not there) and {@code shape} (reads, but makes no sound solid)
 * @param message what is wrong, in one sentence
 * @param line 1-based; 0 when the program has no text
 * @param column 1-based; 0 when the program has no text
 * @param expectation what could have stood there; empty when nothing helps
 * @param hint what to do about it; empty when nothing helps
 */
public record Diagnostic(String code, String message, int line, int column, String expectation, String hint) {
    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(hint, "hint");
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("no such place: line " + line + ", column " + column);
        }
    }

    public Diagnostic(String code, String message, int line, int column, String hint) {
        this(code, message, line, column, "", hint);
    }

    public static Diagnostic at(SourceSpan span, String code, String message, String hint) {
        return new Diagnostic(code, message, span.line(), span.column(), hint);
    }

    /** Whether the program uses something that its language knows and this project does not execute. */
    public boolean isUnsupported() {
        return code.startsWith("unsupported.");
    }

    /** One line for a person: {@code 3:14 message; expected …; hint}. */
    @Override
    public String toString() {
        String place = line == 0 ? "" : line + ":" + column + " ";
        String expected = expectation.isEmpty() ? "" : "; expected " + expectation;
        return place + message + expected + (hint.isEmpty() ? "" : "; " + hint) + " [" + code + "]";
    }
}
