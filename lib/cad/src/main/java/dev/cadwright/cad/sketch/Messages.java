package dev.cadwright.cad.sketch;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Words for messages. */
final class Messages {
    private static final int LONGEST = 40;

    private Messages() {}

    /** A piece of the program, cut so that no message grows with hostile input. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** {@code did you mean "…"?} with the known name nearest to a wrong one; empty when none is near. */
    static String didYouMean(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return "";
        }
        int most = Math.max(1, wrong.length() / 3);
        Optional<String> nearest = known.stream()
                .filter(name -> edits(wrong, name) <= most)
                .min(Comparator.comparingInt((String name) -> edits(wrong, name))
                        .thenComparing(name -> name));
        return nearest.map(name -> "did you mean \"" + name + "\"?").orElse("");
    }

    /** Insertions, removals and replacements that turn one word into the other (Levenshtein, 1966). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
