package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;

/** Carries the diagnostic of a file from the depth of the reader to its boundary; it never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    private Refusal(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    static Refusal at(SourceSpan span, String code, String message) {
        return new Refusal(Diagnostic.at(span, code, message, ""));
    }

    static Refusal at(SourceSpan span, String code, String message, String hint) {
        return new Refusal(Diagnostic.at(span, code, message, hint));
    }

    static Refusal expected(Json found, String code, String what, String expectation) {
        String message = what + " is " + found.describe();
        return new Refusal(
                new Diagnostic(code, message, found.span().line(), found.span().column(), expectation, ""));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
