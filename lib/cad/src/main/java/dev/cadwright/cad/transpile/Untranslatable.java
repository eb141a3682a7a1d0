package dev.cadwright.cad.transpile;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;

/** Carries what a language has no words for to the printer's boundary; it never leaves this package. */
final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    Untranslatable(SourceSpan span, String what, String message) {
        super(message, null, false, false);
        this.diagnostic = Diagnostic.at(span, "unsupported." + what, message, "");
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
