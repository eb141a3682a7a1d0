package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;

/** The brackets that are open where the lexer stands: within them lines do not end statements. */
final class Brackets {
    /** More than any program needs; it bounds the recursion of all that works on trees. */
    static final int DEEPEST = 100;

    private final boolean expressionOnly;
    private final char[] open = new char[DEEPEST];
    private final SourceSpan[] places = new SourceSpan[DEEPEST];
    private int depth;

    Brackets(boolean expressionOnly) {
        this.expressionOnly = expressionOnly;
    }

    boolean expressionOnly() {
        return expressionOnly;
    }

    boolean open() {
        return depth > 0 || expressionOnly;
    }

    void see(String operator, SourceSpan span) {
        switch (operator) {
            case "(", "[", "{" -> push(operator.charAt(0), span);
            case ")" -> pop('(', operator, span);
            case "]" -> pop('[', operator, span);
            case "}" -> pop('{', operator, span);
            default -> {}
        }
    }

    void requireClosed(SourceSpan here) {
        if (depth > 0) {
            SourceSpan place = places[depth - 1];
            throw Refusal.syntax(
                    place,
                    "bracket",
                    "\"" + open[depth - 1] + "\" is never closed",
                    "\"" + closing(open[depth - 1]) + "\"",
                    "the program ends at line " + here.line());
        }
    }

    private void push(char bracket, SourceSpan span) {
        if (depth == DEEPEST) {
            throw Refusal.limit(span, "nesting", "brackets are nested more than " + DEEPEST + " deep");
        }
        open[depth] = bracket;
        places[depth++] = span;
    }

    private void pop(char opening, String closing, SourceSpan span) {
        if (depth == 0) {
            throw Refusal.syntax(span, "bracket", "there is no \"" + opening + "\" to this \"" + closing + "\"");
        }
        char last = open[--depth];
        if (last != opening) {
            SourceSpan place = places[depth];
            throw Refusal.syntax(
                    span,
                    "bracket",
                    "\"" + closing + "\" does not close the \"" + last + "\" of line " + place.line() + ", column "
                            + place.column(),
                    "\"" + closing(last) + "\"",
                    "");
        }
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '(' -> ')';
            case '[' -> ']';
            default -> '}';
        };
    }
}
