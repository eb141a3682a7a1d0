package dev.cadwright.neural.decoding;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One row to be written.
 *
 * @param prompt row of the prompts; several requests may share one
 * @param seed of what is drawn
 * @param sample number of this row among those of one prompt and seed; each number draws differently
 * @param maximum tokens at the most
 * @param ends tokens that end the row
 * @param alternatives how many of the likeliest tokens are told with each one; empty for no log-probabilities
 * @param mask which tokens may come, if not all
 */
public record DecodingRequest(
        int prompt,
        Sampling sampling,
        long seed,
        int sample,
        int maximum,
        Set<Integer> ends,
        Optional<Integer> alternatives,
        Optional<TokenMask> mask) {
    public DecodingRequest {
        Objects.requireNonNull(sampling);
        ends = Set.copyOf(ends);
        if (prompt < 0 || maximum < 1 || alternatives.orElse(0) < 0) {
            throw new IllegalArgumentException("a row needs a prompt and at least one token");
        }
    }

    /** The likeliest tokens behind one prompt. */
    public static DecodingRequest greedy(int prompt, int maximum, Set<Integer> ends) {
        return new DecodingRequest(prompt, Sampling.GREEDY, 0, 0, maximum, ends, Optional.empty(), Optional.empty());
    }

    public DecodingRequest with(Sampling changed, long changedSeed, int changedSample) {
        return new DecodingRequest(prompt, changed, changedSeed, changedSample, maximum, ends, alternatives, mask);
    }

    public DecodingRequest withAlternatives(int count) {
        return new DecodingRequest(prompt, sampling, seed, sample, maximum, ends, Optional.of(count), mask);
    }

    public DecodingRequest withMask(TokenMask changed) {
        return new DecodingRequest(prompt, sampling, seed, sample, maximum, ends, alternatives, Optional.of(changed));
    }
}
