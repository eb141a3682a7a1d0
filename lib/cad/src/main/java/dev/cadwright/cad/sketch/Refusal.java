package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;

/** Carries the diagnostic of a statement to where reading goes on with the next one; it never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    Refusal(SourceSpan span, String code, String message, String expectation, String hint) {
        super(message, null, false, false);
        this.diagnostic = new Diagnostic(code, message, span.line(), span.column(), expectation, hint);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
