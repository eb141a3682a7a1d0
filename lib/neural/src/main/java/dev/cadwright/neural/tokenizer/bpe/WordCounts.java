package dev.cadwright.neural.tokenizer.bpe;

import java.util.HashMap;
import java.util.Map;

/** How often each word comes, with a bound on how many are kept: beyond it the rarest are forgotten. */
final class WordCounts {
    /** A count that can be added to without another look-up. */
    static final class Count {
        private long value;

        long value() {
            return value;
        }
    }

    private final int most;
    private final Map<String, Count> counts = new HashMap<>();
    private long forgotten;

    WordCounts(int most) {
        this.most = most;
    }

    void add(String word, long times) {
        counts.computeIfAbsent(word, key -> new Count()).value += times;
        if (counts.size() > most) {
            forgetRarest();
        }
    }

    void addAll(WordCounts others) {
        others.counts.forEach((word, count) -> add(word, count.value));
        forgotten += others.forgotten;
    }

    Map<String, Count> counts() {
        return counts;
    }

    int size() {
        return counts.size();
    }

    /** Occurrences of words that are no longer kept. */
    long forgotten() {
        return forgotten;
    }

    private void forgetRarest() {
        for (long rare = 1; counts.size() > most / 2; rare *= 2) {
            long least = rare;
            counts.values().removeIf(count -> {
                boolean dropped = count.value <= least;
                forgotten += dropped ? count.value : 0;
                return dropped;
            });
        }
    }
}
