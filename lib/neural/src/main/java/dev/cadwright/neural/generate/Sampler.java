package dev.cadwright.neural.generate;

import dev.cadwright.neural.nano.BlockTokens;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Chooses the next token from logits.
 *
 * @param temperature 0 for the likeliest token
 * @param topK how many of the likeliest tokens are kept; 0 for all
 * @param topP the likeliest tokens that together have this probability are kept (Holtzman and others, 2020)
 */
record Sampler(double temperature, int topK, double topP) {
    static final Sampler GREEDY = new Sampler(0, 0, 1);

    /** @param logits of all rows; those of this choice start at {@code offset} */
    int choose(float[] logits, int offset, BitSet allowed, SplittableRandom random) {
        if (temperature == 0) {
            return likeliest(logits, offset, allowed);
        }
        double[] weights = weights(logits, offset, allowed);
        if ((topK > 0 && topK < allowed.cardinality()) || topP < 1) {
            truncate(weights);
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double drawn = random.nextDouble() * total;
        int last = -1;
        for (int token = 0; token < weights.length; token++) {
            if (weights[token] > 0) {
                last = token;
                drawn -= weights[token];
                if (drawn < 0) {
                    return token;
                }
            }
        }
        return last;
    }

    private static int likeliest(float[] logits, int offset, BitSet allowed) {
        int best = allowed.nextSetBit(0);
        for (int token = best; token >= 0; token = allowed.nextSetBit(token + 1)) {
            if (logits[offset + token] > logits[offset + best]) {
                best = token;
            }
        }
        return best;
    }

    private double[] weights(float[] logits, int offset, BitSet allowed) {
        double top = logits[offset + likeliest(logits, offset, allowed)];
        double[] weights = new double[BlockTokens.VOCABULARY];
        for (int token = allowed.nextSetBit(0); token >= 0; token = allowed.nextSetBit(token + 1)) {
            weights[token] = Math.exp((logits[offset + token] - top) / temperature);
        }
        return weights;
    }

    private void truncate(double[] weights) {
        int[] order = IntStream.range(0, weights.length)
                .boxed()
                .sorted((a, b) -> Double.compare(weights[b], weights[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double total =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        double kept = 0;
        for (int rank = 0; rank < order.length; rank++) {
            boolean beyond = (topK > 0 && rank >= topK) || kept >= topP * total;
            kept += weights[order[rank]];
            if (beyond) {
                weights[order[rank]] = 0;
            }
        }
    }
}
