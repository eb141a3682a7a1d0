package dev.cadwright.gateway.request;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * The known name closest to {@code given}: by edit distance (optimal string alignment), blind to case and to
     * underscores and dashes, at most one edit in three characters.
     */
    public static Optional<String> of(String given, Collection<String> known) {
        var key = key(given);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance(key, key(name))))
                .filter(candidate -> candidate.distance <= Math.max(1, key.length() / 3))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static String key(String name) {
        var bounded = name.length() > 100 ? name.substring(0, 100) : name;
        return bounded.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String first, String second) {
        var previous = new int[second.length() + 1];
        var row = new int[second.length() + 1];
        var beforePrevious = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            var spare = beforePrevious;
            beforePrevious = previous;
            previous = row;
            row = spare;
            row[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                int change = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + change);
                if (i > 1
                        && j > 1
                        && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforePrevious[j - 2] + 1);
                }
            }
        }
        return row[second.length()];
    }
}
