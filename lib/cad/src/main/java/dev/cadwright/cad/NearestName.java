package dev.cadwright.cad;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was probably meant. */
public final class NearestName {
    /** Of shorter ones every other is within an edit. */
    private static final int SHORTEST = 3;

    private static final int LONGEST = 60;

    private NearestName() {}

    /** {@code did you mean `name`?}, as messages about Python name things; empty when no name is near. */
    public static String hint(String wrong, Collection<String> known) {
        return of(wrong, known).map(name -> "did you mean `" + name + "`?").orElse("");
    }

    /** {@code did you mean "name"?}; empty when no name is near. */
    public static String quotedHint(String wrong, Collection<String> known) {
        return of(wrong, known).map(name -> "did you mean \"" + name + "\"?").orElse("");
    }

    /**
     * The known name that takes the fewest edits, at most one of three letters; of equal ones the first by letters. Upper
     * and lower case, underscores and dashes do not count.
     */
    public static Optional<String> of(String wrong, Collection<String> known) {
        String key = key(wrong);
        int most = key.length() < SHORTEST ? 0 : key.length() / 3;
        String best = null;
        int nearest = most;
        for (String name : key.isEmpty() ? List.<String>of() : known) {
            int edits = distance(key, key(name), most);
            if (edits < nearest || (edits == nearest && (best == null || name.compareTo(best) < 0))) {
                nearest = edits;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String key(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Edits between two keys; more than most when they are far apart. */
    private static int distance(String wrong, String name, int most) {
        if (wrong.equals(name)) {
            return 0;
        }
        boolean far = wrong.length() > LONGEST || Math.abs(wrong.length() - name.length()) > most;
        return far ? most + 1 : edits(wrong, name);
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
