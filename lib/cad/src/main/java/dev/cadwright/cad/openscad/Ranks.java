package dev.cadwright.cad.openscad;

import dev.cadwright.cad.openscad.Token.Kind;
import java.util.List;
import java.util.Set;

/** How tightly operators bind. */
final class Ranks {
    /** From the loosest to the tightest; all group to the left. */
    static final List<Set<String>> BINARY = List.of(
            Set.of("||"),
            Set.of("&&"),
            Set.of("==", "!="),
            Set.of("<", "<=", ">", ">="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    static final Set<String> UNARY_OPERATORS = Set.of("-", "+", "!");

    /** Operators on bits, which the language got after the build that executes it here. */
    static final Set<String> NEWER = Set.of("|", "&", "<<", ">>", "~");

    static final int UNARY = BINARY.size();
    static final int POWER = UNARY + 1;
    static final int ACCESS = POWER + 1;
    static final int LOOSEST = -1;

    private Ranks() {}

    static int of(String operator) {
        for (int rank = 0; rank < BINARY.size(); rank++) {
            if (BINARY.get(rank).contains(operator)) {
                return rank;
            }
        }
        throw new IllegalArgumentException("no binary operator: " + operator);
    }

    static boolean isUnary(Token token) {
        return token.kind() == Kind.SYMBOL && UNARY_OPERATORS.contains(token.text());
    }
}
