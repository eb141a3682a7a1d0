package dev.cadwright.neural.completion;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.decoding.Sampling;
import java.util.List;
import java.util.Objects;

/**
 * How texts are written.
 *
 * @param samples texts a prompt; they share the work on it
 * @param firstGreedy whether the first of several is the likeliest and only the others are drawn
 * @param beams texts followed at once by a beam search; 1 for none
 * @param lengthPenalty of the beam search
 * @param maxTokens tokens a text at the most
 * @param ignoreEnd whether texts go on where the model would end them
 * @param endTokens that end a text; none for those that the model's folder names
 * @param stops strings that end a text and are not part of it
 * @param seed the same one gives the same texts, whatever else is written at the same time
 * @param logProbabilities whether they are told of each token
 * @param alternatives how many of the likeliest tokens are told with each one
 * @param batch rows written together
 */
public record CompletionSettings(
        Sampling sampling,
        int samples,
        boolean firstGreedy,
        int beams,
        double lengthPenalty,
        int maxTokens,
        boolean ignoreEnd,
        List<Integer> endTokens,
        List<String> stops,
        long seed,
        boolean logProbabilities,
        int alternatives,
        int batch) {
    private static final int MOST_SAMPLES = 256;
    private static final int MOST_TOKENS = 1 << 20;
    private static final int MOST_BEAMS = 64;
    private static final int MOST_ALTERNATIVES = 100;
    private static final int MOST_ROWS = 1024;

    /** One text, the likeliest. */
    public static final CompletionSettings GREEDY =
            new CompletionSettings(Sampling.GREEDY, 1, false, 1, 1, 256, false, List.of(), List.of(), 0, false, 0, 16);

    /** @throws NeuralException {@code bad_sampling}, naming the setting */
    public CompletionSettings {
        Objects.requireNonNull(sampling);
        endTokens = List.copyOf(endTokens);
        stops = List.copyOf(stops);
        check("n", samples, 1, MOST_SAMPLES);
        check("beams", beams, 1, MOST_BEAMS);
        check("max_tokens", maxTokens, 1, MOST_TOKENS);
        check("logprobs", alternatives, 0, MOST_ALTERNATIVES);
        check("batch", batch, 1, MOST_ROWS);
        if (!Double.isFinite(lengthPenalty)) {
            throw new NeuralException("bad_sampling", "length_penalty must be a number");
        }
        if (beams > 1 && (samples > beams || sampling.temperature() != 0)) {
            throw new NeuralException(
                    "bad_sampling", "a beam search draws nothing: temperature is 0, and n at most the number of beams");
        }
        if (beams > 1 && (logProbabilities || !stops.isEmpty() || sampling.repetitionPenalty() != 1)) {
            throw new NeuralException(
                    "bad_sampling", "a beam search has no stop strings, log-probabilities or repetition penalty");
        }
        if (stops.contains("")) {
            throw new NeuralException("bad_sampling", "a stop string must not be empty");
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new NeuralException(
                    "bad_sampling", name + " must be from " + least + " to " + most + ", not " + value);
        }
    }

    public CompletionSettings with(Sampling changed) {
        return new CompletionSettings(
                changed,
                samples,
                firstGreedy,
                beams,
                lengthPenalty,
                maxTokens,
                ignoreEnd,
                endTokens,
                stops,
                seed,
                logProbabilities,
                alternatives,
                batch);
    }

    /** Several texts a prompt; with {@code greedyFirst} the first is the likeliest. */
    public CompletionSettings withSamples(int count, boolean greedyFirst, long changedSeed) {
        return new CompletionSettings(
                sampling,
                count,
                greedyFirst,
                beams,
                lengthPenalty,
                maxTokens,
                ignoreEnd,
                endTokens,
                stops,
                changedSeed,
                logProbabilities,
                alternatives,
                batch);
    }

    public CompletionSettings withBeams(int count, double penalty) {
        return new CompletionSettings(
                sampling,
                samples,
                firstGreedy,
                count,
                penalty,
                maxTokens,
                ignoreEnd,
                endTokens,
                stops,
                seed,
                logProbabilities,
                alternatives,
                batch);
    }

    /** Where texts end: after so many tokens, at these tokens (none for the model's own) and strings. */
    public CompletionSettings ending(int tokens, boolean ignoringEnd, List<Integer> ends, List<String> strings) {
        return new CompletionSettings(
                sampling,
                samples,
                firstGreedy,
                beams,
                lengthPenalty,
                tokens,
                ignoringEnd,
                ends,
                strings,
                seed,
                logProbabilities,
                alternatives,
                batch);
    }

    public CompletionSettings withLogProbabilities(int likeliest) {
        return new CompletionSettings(
                sampling,
                samples,
                firstGreedy,
                beams,
                lengthPenalty,
                maxTokens,
                ignoreEnd,
                endTokens,
                stops,
                seed,
                true,
                likeliest,
                batch);
    }

    public CompletionSettings inBatchesOf(int rows) {
        return new CompletionSettings(
                sampling,
                samples,
                firstGreedy,
                beams,
                lengthPenalty,
                maxTokens,
                ignoreEnd,
                endTokens,
                stops,
                seed,
                logProbabilities,
                alternatives,
                rows);
    }
}
