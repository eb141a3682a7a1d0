package dev.cadwright.neural.decoding;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Seeds;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;

/** Chooses the tokens of one row. What it draws depends on its seed, its sample's number and the logits alone. */
final class TokenChooser {
    private final Sampling sampling;
    private final Optional<TokenMask> mask;
    private final SplittableRandom random;
    private final BitSet seen = new BitSet();

    /** @param prompt the tokens that the repetition penalty counts as used */
    TokenChooser(Sampling sampling, Optional<TokenMask> mask, long seed, int sample, BitSet prompt) {
        this.sampling = sampling;
        this.mask = mask;
        this.random = Seeds.of(seed, sample);
        this.seen.or(prompt);
    }

    /** @param logits of the whole vocabulary; changed */
    int choose(float[] logits) {
        penalise(logits);
        if (sampling.temperature() == 0 && mask.isEmpty()) {
            return taken(Candidates.likeliest(logits), logits);
        }
        BitSet allowed = mask.map(TokenMask::allowed).orElseGet(() -> all(logits.length));
        if (allowed.isEmpty() || allowed.length() > logits.length) {
            throw new IllegalArgumentException("a mask allows no token, or tokens that the model does not have");
        }
        requireFinite(logits[Candidates.likeliest(logits, allowed)]);
        int token = taken(pick(logits, allowed), logits);
        mask.ifPresent(m -> m.accept(token));
        return token;
    }

    private int taken(int token, float[] logits) {
        requireFinite(logits[token]);
        seen.set(token);
        return token;
    }

    private static void requireFinite(float logit) {
        if (!Float.isFinite(logit)) {
            throw new NeuralException("not_finite", "the model's logits are not numbers");
        }
    }

    private int pick(float[] logits, BitSet allowed) {
        if (sampling.temperature() == 0) {
            return Candidates.likeliest(logits, allowed);
        }
        Candidates candidates = Candidates.of(logits, allowed, sampling.temperature());
        candidates.keepLikeliest(sampling.topK());
        candidates.keepNucleus(sampling.topP());
        candidates.keepFrom(sampling.minP());
        return candidates.draw(random.nextDouble());
    }

    private void penalise(float[] logits) {
        double penalty = sampling.repetitionPenalty();
        if (penalty == 1) {
            return;
        }
        for (int token = seen.nextSetBit(0); token >= 0 && token < logits.length; token = seen.nextSetBit(token + 1)) {
            float logit = logits[token];
            logits[token] = (float) (logit > 0 ? logit / penalty : logit * penalty);
        }
    }

    private static BitSet all(int size) {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }
}
