package dev.cadwright.cad.python.syntax;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Token.Kind;

/** The blocks that are open, by the columns at which their lines begin; tabs reach to the next multiple of eight. */
final class Indentation {
    private static final int TAB = 8;
    private static final int DEEPEST = 100;

    private final int[] columns = new int[DEEPEST];
    private final int[] columnsWithNarrowTabs = new int[DEEPEST];
    private int depth;
    private int pendingDedents;
    private boolean pendingIndent;

    /** Looks at the beginning of a line and skips lines that hold nothing. */
    void measure(SourceText source, Brackets brackets) {
        int column = 0;
        int narrow = 0;
        while (!source.atEnd()) {
            char here = source.peek();
            if (here == ' ') {
                column++;
                narrow++;
            } else if (here == '\t') {
                column = (column / TAB + 1) * TAB;
                narrow++;
            } else if (here == '\f') {
                column = 0;
                narrow = 0;
            } else if (here == '#') {
                source.skipToLineEnd();
                continue;
            } else if (here == '\\' && (source.peek(1) == '\n' || source.peek(1) == '\r')) {
                source.skip(1);
                source.advance();
                continue;
            } else if (source.atLineEnd()) {
                source.advance();
                column = 0;
                narrow = 0;
                continue;
            } else {
                compare(column, narrow, source.here());
                return;
            }
            source.skip(1);
        }
        brackets.requireClosed(source.here());
        close();
    }

    boolean pending() {
        return pendingIndent || pendingDedents > 0;
    }

    Token next(SourceSpan here) {
        if (pendingIndent) {
            pendingIndent = false;
            return new Token(Kind.INDENT, "", here);
        }
        pendingDedents--;
        return new Token(Kind.DEDENT, "", here);
    }

    /** Closes all blocks at the end of the program. */
    void close() {
        pendingDedents += depth;
        depth = 0;
    }

    private void compare(int column, int narrow, SourceSpan here) {
        int last = depth == 0 ? 0 : columns[depth - 1];
        int lastNarrow = depth == 0 ? 0 : columnsWithNarrowTabs[depth - 1];
        if (column > last) {
            open(column, narrow, lastNarrow, here);
            return;
        }
        while (depth > 0 && column < columns[depth - 1]) {
            depth--;
            pendingDedents++;
        }
        int reached = depth == 0 ? 0 : columns[depth - 1];
        if (column != reached) {
            throw Refusal.syntax(
                    here,
                    "indentation",
                    "this line is not indented like any open block",
                    "an indentation of " + reached + " columns",
                    "");
        }
        if (narrow != (depth == 0 ? 0 : columnsWithNarrowTabs[depth - 1])) {
            throw mixed(here);
        }
    }

    private void open(int column, int narrow, int lastNarrow, SourceSpan here) {
        if (narrow <= lastNarrow) {
            throw mixed(here);
        }
        if (depth == DEEPEST) {
            throw Refusal.limit(here, "nesting", "blocks are nested more than " + DEEPEST + " deep");
        }
        columns[depth] = column;
        columnsWithNarrowTabs[depth++] = narrow;
        pendingIndent = true;
    }

    private static Refusal mixed(SourceSpan here) {
        return Refusal.syntax(
                here, "indentation", "tabs and spaces are mixed in a way that has no clear meaning", "", "use spaces");
    }
}
