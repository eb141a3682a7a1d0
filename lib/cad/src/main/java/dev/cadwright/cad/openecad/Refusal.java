package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;

/** Carries the diagnostic of a program to its boundary; it never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    Refusal(SourceSpan span, String code, String message, String expectation) {
        super(message, null, false, false);
        this.diagnostic = new Diagnostic(code, message, span.line(), span.column(), expectation, "");
    }

    static Refusal unsupported(SourceSpan span, String what) {
        return new Refusal(span, "unsupported.openecad", what + " is not read in OpenECAD programs", "");
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
