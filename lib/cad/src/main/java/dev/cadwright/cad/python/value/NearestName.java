package dev.cadwright.cad.python.value;

import java.util.Collection;
import java.util.Locale;

/** Finds the known name that was probably meant. */
public final class NearestName {
    private static final int LONGEST = 40;

    private NearestName() {}

    /** {@code did you mean `name`?} for the known name nearest to a wrong one; empty when none is near. */
    public static String hint(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return "";
        }
        int nearest = Math.max(1, wrong.length() / 3) + 1;
        String best = null;
        for (String name : known) {
            int edits = distance(wrong, name);
            if (edits < nearest || (edits == nearest && best != null && name.compareTo(best) < 0)) {
                nearest = edits;
                best = name;
            }
        }
        return best == null ? "" : "did you mean `" + best + "`?";
    }

    /** Edits between two names, where a name that differs in upper and lower case alone is next to the other. */
    private static int distance(String wrong, String name) {
        if (Math.abs(wrong.length() - name.length()) > LONGEST) {
            return LONGEST;
        }
        return wrong.equalsIgnoreCase(name) ? 1 : edits(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Insertions, removals, replacements and exchanges of neighbours (Damerau, 1964). */
    private static int edits(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, from, to, i, j);
            }
        }
        return table[from.length()][to.length()];
    }

    private static int step(int[][] table, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean exchanged =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return exchanged ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
