package dev.cadwright.neural.tokenizer.bpe;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.definition.AddedToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Trains a byte-level vocabulary of byte pairs with the merges of Python's {@code tokenizers}: ids are the special
 * tokens, then the 256 byte characters in the order of their code points, then the merges. The files are read in pieces
 * and counted on several threads; the result does not depend on how many, nor on the files' order.
 *
 * @param vocabularySize asked for; fewer come out where no pair is left
 * @param special tokens found in raw text, which get the first ids
 * @param leastCount pairs that come less often are not merged
 * @param mostWords distinct words kept at once; beyond it the rarest are forgotten, which the outcome tells
 */
public record BpeTrainer(
        SplitStyle style, int vocabularySize, List<String> special, long leastCount, int mostWords, int threads) {
    /** Distinct words kept at once: about 2 GB at the usual length. */
    public static final int MOST_WORDS = 20_000_000;

    private static final int BYTES = 256;

    public BpeTrainer {
        Objects.requireNonNull(style, "style");
        special = List.copyOf(special);
        if (new HashSet<>(special).size() != special.size() || special.contains("")) {
            throw new NeuralException("bad_configuration", "Special tokens must differ, and none may be empty.");
        }
        if (vocabularySize < BYTES + special.size()) {
            throw new NeuralException(
                    "bad_configuration",
                    "A byte-level vocabulary has at least " + (BYTES + special.size()) + " tokens, not "
                            + vocabularySize + ": 256 bytes and the special tokens.");
        }
        if (leastCount < 1 || mostWords < 1 || threads < 1) {
            throw new NeuralException("bad_configuration", "Counts and threads are at least 1.");
        }
    }

    /** Of this machine's size, with every pair that is there. */
    public static BpeTrainer of(SplitStyle style, int vocabularySize, List<String> special) {
        return new BpeTrainer(
                style,
                vocabularySize,
                special,
                1,
                MOST_WORDS,
                Runtime.getRuntime().availableProcessors());
    }

    /** How far a training is. */
    public sealed interface Progress {
        /** The files are read. */
        record Counting(long bytes, long totalBytes) implements Progress {}

        /** Pairs are merged. */
        record Merging(int tokens, int vocabularySize) implements Progress {}
    }

    /** Is told how far a training is, on the calling thread. */
    @FunctionalInterface
    public interface Listener {
        void at(Progress progress);
    }

    /**
     * A trained vocabulary.
     *
     * @param bytes read
     * @param distinctWords that were merged within
     * @param forgottenWords occurrences of words that were too many to be kept; 0 means that the result is exact
     */
    public record Trained(BpeVocabulary vocabulary, long bytes, int distinctWords, long forgottenWords) {}

    /**
     * @param files UTF-8 texts; each is one sequence
     * @throws NeuralException {@code bad_text} where a file is not UTF-8
     */
    public Trained train(List<Path> files, Listener listener) throws IOException, InterruptedException {
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        WordCounts words = count(files, total, listener);
        List<String> tokens = new ArrayList<>(special);
        int[] alphabet = new int[BYTES];
        for (char character : ByteAlphabet.sorted()) {
            int known = special.indexOf(String.valueOf(character));
            alphabet[ByteAlphabet.unsignedByte(character)] = known >= 0 ? known : tokens.size();
            if (known < 0) {
                tokens.add(String.valueOf(character));
            }
        }
        PairMerger merger = new PairMerger(tokens, alphabet, words.counts());
        merger.run(vocabularySize, leastCount, size -> listener.at(new Progress.Merging(size, vocabularySize)));
        return new Trained(vocabulary(merger), total, words.size(), words.forgotten());
    }

    private BpeVocabulary vocabulary(PairMerger merger) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        merger.tokens().forEach(token -> ids.put(token, ids.size()));
        List<AddedToken> added = new ArrayList<>();
        for (int id = 0; id < special.size(); id++) {
            added.add(AddedToken.special(id, special.get(id)));
        }
        return new BpeVocabulary(style, false, ids, merger.merges(), added);
    }

    private WordCounts count(List<Path> files, long total, Listener listener) throws IOException, InterruptedException {
        BlockingQueue<String> pieces = new ArrayBlockingQueue<>(2 * threads);
        try (ExecutorService counters = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("bpe-count-", 0).factory())) {
            List<Future<WordCounts>> counted = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counted.add(counters.submit(() -> countPieces(pieces)));
            }
            try {
                read(files, total, piece -> hand(piece, pieces, counted), listener);
            } finally {
                for (int i = 0; i < threads; i++) {
                    hand("", pieces, counted);
                }
            }
            WordCounts all = new WordCounts(mostWords);
            for (Future<WordCounts> part : counted) {
                all.addAll(part.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("counting words failed", e.getCause());
        }
    }

    private interface Hand {
        void take(String piece) throws InterruptedException;
    }

    /** Waits for room, but not for threads that have died: what ended them is told when their counts are asked for. */
    private static void hand(String piece, BlockingQueue<String> pieces, List<Future<WordCounts>> counting)
            throws InterruptedException {
        while (!pieces.offer(piece, 1, TimeUnit.SECONDS)) {
            if (counting.stream().allMatch(Future::isDone)) {
                return;
            }
        }
    }

    private static void read(List<Path> files, long total, Hand hand, Listener listener)
            throws IOException, InterruptedException {
        long before = 0;
        for (Path file : files) {
            try (TextChunks chunks = new TextChunks(file)) {
                for (String piece = chunks.next(); piece != null; piece = chunks.next()) {
                    hand.take(piece);
                    listener.at(new Progress.Counting(before + chunks.position(), total));
                }
                before += chunks.position();
            }
        }
    }

    /** Until an empty piece comes. */
    private WordCounts countPieces(BlockingQueue<String> pieces) throws InterruptedException {
        WordCounts counts = new WordCounts(mostWords);
        WordSplitter splitter = new WordSplitter(style);
        for (String piece = pieces.take(); !piece.isEmpty(); piece = pieces.take()) {
            splitter.split(piece, (text, begin, end) -> counts.add(text.substring(begin, end), 1));
        }
        return counts;
    }
}
