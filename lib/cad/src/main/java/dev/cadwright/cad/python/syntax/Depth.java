package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;

/** How deep expressions are nested where the parser stands. */
final class Depth {
    private static final int DEEPEST = 2 * Brackets.DEEPEST;

    private int depth;

    void enter(SourceSpan span) {
        if (++depth > DEEPEST) {
            throw Refusal.limit(span, "nesting", "expressions are nested more than " + DEEPEST + " deep");
        }
    }

    void leave() {
        depth--;
    }
}
