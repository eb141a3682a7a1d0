package dev.cadwright.cad.openscad;

import java.util.Collection;
import java.util.Comparator;

/** The known name that a mistyped one is nearest to. */
final class Suggestion {
    private static final int LONGEST = 60;

    private Suggestion() {}

    /** {@code did you mean "…"?}, or nothing where no name is near. */
    static String of(String name, Collection<String> known) {
        if (name.length() < 3) {
            return "";
        }
        // Two letters that changed places are two changes.
        int most = Math.max(name.length() < 4 ? 1 : 2, name.length() / 3);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= most)
                .filter(candidate -> distance(name, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .map(candidate -> "did you mean \"" + candidate + "\"?")
                .orElse("");
    }

    /** Insertions, deletions and replacements from one to the other (Levenshtein, 1966). */
    private static int distance(String from, String to) {
        if (from.length() > LONGEST || to.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
