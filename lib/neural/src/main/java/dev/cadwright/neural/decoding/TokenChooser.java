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
        BitSet allowed = mask.map(TokenMask::allowed).orElseGet(() -> all(logits.length));
        if (allowed.isEmpty() || allowed.length() > logits.length) {
            throw new IllegalArgumentException("a mask allows no token, or tokens that the model does not have");
        }
        if (!Float.isFinite(logits[Candidates.likeliest(logits, allowed)])) {
            throw new NeuralException("not_finite", "the model's logits are not numbers");
        }
        int token = pick(logits, allowed);
        seen.set(token);
        mask.ifPresent(m -> m.accept(token));
        return token;
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
