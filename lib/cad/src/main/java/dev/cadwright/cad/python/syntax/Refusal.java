package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;

/** Carries the first thing that is wrong with a text out of lexer and parser; it never leaves this package. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 40;

    private final transient Diagnostic diagnostic;

    private Refusal(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    static Refusal syntax(SourceSpan span, String detail, String message, String expectation, String hint) {
        return new Refusal(new Diagnostic("syntax." + detail, message, span.line(), span.column(), expectation, hint));
    }

    static Refusal syntax(SourceSpan span, String detail, String message) {
        return syntax(span, detail, message, "", "");
    }

    /** Python that is known and outside of the subset. */
    static Refusal unsupported(SourceSpan span, String construct, String hint) {
        return new Refusal(Diagnostic.at(span, "unsupported.python", "\"" + construct + "\" is not supported", hint));
    }

    static Refusal limit(SourceSpan span, String detail, String message) {
        return new Refusal(Diagnostic.at(span, "limit." + detail, message, ""));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    /** A piece of the program, cut so that no message grows with hostile input. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
