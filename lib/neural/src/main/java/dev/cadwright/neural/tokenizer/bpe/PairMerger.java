package dev.cadwright.neural.tokenizer.bpe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/**
 * Byte-pair encoding (Sennrich et al., 2016) over counted words: again and again the most frequent pair of neighbours
 * becomes a token; of equally frequent ones, the pair with the smaller left id, then the smaller right id.
 *
 * <p>All words lie in one array. A heap holds the pairs with the counts that they had when they were put there; one
 * whose count has changed since is put back with the new count when it comes up. Only the words that hold a pair are
 * looked at when it is merged.
 */
final class PairMerger {
    /** A pair as it was when it was put into the heap, and the words where it appeared then. */
    private record Candidate(long pair, long count, int[] words) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return count != other.count ? Long.compare(other.count, count) : Long.compareUnsigned(pair, other.pair);
        }
    }

    /** A count, and, while a merge goes on, the words where the pair newly appeared. */
    private static final class Pair {
        private long count;
        private int[] words = NO_WORDS;
        private int size;

        private void add(int word) {
            if (size > 0 && words[size - 1] == word) {
                return;
            }
            if (size == words.length) {
                words = Arrays.copyOf(words, Math.max(4, size * 2));
            }
            words[size++] = word;
        }

        private int[] take() {
            int[] taken = Arrays.copyOf(words, size);
            words = NO_WORDS;
            size = 0;
            return taken;
        }
    }

    private static final int[] NO_WORDS = {};
    private static final int HOLE = -1;

    private final List<String> tokens;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<BpeVocabulary.Merge> merges = new ArrayList<>();
    private final Map<Long, Pair> pairs = new HashMap<>();
    private final PriorityQueue<Candidate> heap = new PriorityQueue<>();
    /** Pairs that appeared in the current merge. */
    private final List<Long> fresh = new ArrayList<>();

    private final int[] begins;
    private final int[] symbols;
    private final int[] lengths;
    private final long[] counts;

    /**
     * @param tokens the first of the vocabulary: special ones, then the 256 of {@link ByteAlphabet}
     * @param alphabet id of the token of each byte
     */
    PairMerger(List<String> tokens, int[] alphabet, Map<String, WordCounts.Count> words) {
        this.tokens = new ArrayList<>(tokens);
        for (int id = 0; id < tokens.size(); id++) {
            ids.putIfAbsent(tokens.get(id), id);
        }
        begins = new int[words.size()];
        lengths = new int[words.size()];
        counts = new long[words.size()];
        symbols = lay(words, alphabet);
        for (int word = 0; word < begins.length; word++) {
            countPairs(word);
        }
        offerFresh();
    }

    /**
     * Merges until the vocabulary is full or no pair is frequent enough.
     *
     * @param progress gets the vocabulary's size now and then
     */
    void run(int vocabularySize, long leastCount, IntConsumer progress) {
        while (tokens.size() < vocabularySize && !heap.isEmpty()) {
            Candidate top = heap.poll();
            long now = pairs.get(top.pair()).count;
            if (now != top.count()) {
                if (now > 0) {
                    heap.add(new Candidate(top.pair(), now, top.words()));
                }
                continue;
            }
            if (now < leastCount) {
                return;
            }
            merge(top);
            progress.accept(tokens.size());
        }
    }

    List<String> tokens() {
        return tokens;
    }

    List<BpeVocabulary.Merge> merges() {
        return merges;
    }

    private void merge(Candidate top) {
        int left = (int) (top.pair() >>> Integer.SIZE);
        int right = (int) top.pair();
        String token = tokens.get(left) + tokens.get(right);
        int merged = ids.computeIfAbsent(token, key -> {
            tokens.add(key);
            return tokens.size() - 1;
        });
        merges.add(new BpeVocabulary.Merge(tokens.get(left), tokens.get(right)));
        for (int word : top.words()) {
            mergeWithin(word, left, right, merged);
        }
        offerFresh();
    }

    private void mergeWithin(int word, int left, int right, int merged) {
        int begin = begins[word];
        int length = lengths[word];
        long times = counts[word];
        int to = begin;
        int end = begin + length;
        for (int from = begin; from < end; from++) {
            if (symbols[from] != left || from + 1 >= end || symbols[from + 1] != right) {
                symbols[to++] = symbols[from];
                continue;
            }
            if (to > begin) {
                change(symbols[to - 1], left, -times, word);
                change(symbols[to - 1], merged, times, word);
            }
            if (from + 2 < end) {
                change(right, symbols[from + 2], -times, word);
                change(merged, symbols[from + 2], times, word);
            }
            symbols[to++] = merged;
            from++;
        }
        Arrays.fill(symbols, to, end, HOLE);
        lengths[word] = to - begin;
    }

    private void change(int left, int right, long by, int word) {
        long key = key(left, right);
        Pair pair = pairs.computeIfAbsent(key, absent -> new Pair());
        pair.count += by;
        if (by > 0) {
            if (pair.size == 0) {
                fresh.add(key);
            }
            pair.add(word);
        }
    }

    private void offerFresh() {
        for (long key : fresh) {
            Pair pair = pairs.get(key);
            int[] words = pair.take();
            if (pair.count > 0) {
                heap.add(new Candidate(key, pair.count, words));
            }
        }
        fresh.clear();
    }

    private void countPairs(int word) {
        for (int i = begins[word]; i + 1 < begins[word] + lengths[word]; i++) {
            change(symbols[i], symbols[i + 1], counts[word], word);
        }
    }

    private int[] lay(Map<String, WordCounts.Count> words, int[] alphabet) {
        int[] laid = new int[1 << 16];
        int at = 0;
        int word = 0;
        for (Map.Entry<String, WordCounts.Count> entry : words.entrySet()) {
            byte[] bytes = entry.getKey().getBytes(StandardCharsets.UTF_8);
            if (laid.length - at < bytes.length) {
                laid = Arrays.copyOf(laid, Math.addExact(Math.max(laid.length, bytes.length), laid.length));
            }
            begins[word] = at;
            lengths[word] = bytes.length;
            counts[word] = entry.getValue().value();
            for (byte value : bytes) {
                laid[at++] = alphabet[value & 0xff];
            }
            word++;
        }
        return laid;
    }

    private static long key(int left, int right) {
        return (long) left << Integer.SIZE | right;
    }
}
