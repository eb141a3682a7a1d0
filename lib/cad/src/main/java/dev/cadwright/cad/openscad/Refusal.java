package dev.cadwright.cad.openscad;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;

/** Leaves the reader at the first place that does not read. Caught where reading began. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    private Refusal(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    static Refusal at(SourceSpan span, String code, String message, String expectation, String hint) {
        return new Refusal(new Diagnostic(code, message, span.line(), span.column(), expectation, hint));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
