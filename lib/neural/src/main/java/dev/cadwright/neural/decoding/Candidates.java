package dev.cadwright.neural.decoding;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Tokens that may be chosen, with weights that are their probabilities up to a common factor. A whole vocabulary is only
 * put in order where the tokens that matter are many.
 */
final class Candidates {
    /** What is less likely than this, relative to the likeliest token, is looked at only if the rest is not enough. */
    private static final double RARE = 1e-4;

    private final int[] tokens;
    private final double[] weights;
    private int size;
    private boolean ordered;

    private Candidates(int capacity) {
        this.tokens = new int[capacity];
        this.weights = new double[capacity];
    }

    /** @param logits of one row, at least one of the allowed ones finite */
    static Candidates of(float[] logits, BitSet allowed, double temperature) {
        double highest = logits[likeliest(logits, allowed)];
        Candidates candidates = new Candidates(allowed.cardinality());
        for (int token = allowed.nextSetBit(0); token >= 0; token = allowed.nextSetBit(token + 1)) {
            candidates.add(token, Math.exp((logits[token] - highest) / temperature));
        }
        return candidates;
    }

    /** The token of the highest logit, the first of equals. */
    static int likeliest(float[] logits, BitSet allowed) {
        int best = allowed.nextSetBit(0);
        for (int token = best; token >= 0; token = allowed.nextSetBit(token + 1)) {
            if (logits[token] > logits[best]) {
                best = token;
            }
        }
        return best;
    }

    /** The same of the whole vocabulary. */
    static int likeliest(float[] logits) {
        int best = 0;
        for (int token = 1; token < logits.length; token++) {
            if (logits[token] > logits[best]) {
                best = token;
            }
        }
        return best;
    }

    private void add(int token, double weight) {
        tokens[size] = token;
        weights[size++] = weight;
    }

    /** Keeps so many of the likeliest, and those as likely as the last of them. */
    void keepLikeliest(int count) {
        if (count > 0 && count < size) {
            double[] ascending = Arrays.copyOf(weights, size);
            Arrays.sort(ascending);
            keepFrom(ascending[size - count]);
        }
    }

    /** Keeps those of at least this weight; the likeliest has 1. */
    void keepFrom(double least) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (weights[i] >= least) {
                tokens[kept] = tokens[i];
                weights[kept++] = weights[i];
            }
        }
        size = kept;
    }

    /** Keeps the fewest of the likeliest that together have this part of the probability. */
    void keepNucleus(double probability) {
        if (probability >= 1) {
            return;
        }
        double wanted = probability * total();
        Candidates common = from(RARE);
        Candidates source = common.total() >= wanted ? common : from(0);
        source.order();
        double sum = 0;
        int count = 0;
        while (count < source.size && (count == 0 || sum < wanted)) {
            sum += source.weights[count++];
        }
        System.arraycopy(source.tokens, 0, tokens, 0, count);
        System.arraycopy(source.weights, 0, weights, 0, count);
        size = count;
        ordered = true;
    }

    private Candidates from(double least) {
        Candidates part = new Candidates(size);
        for (int i = 0; i < size; i++) {
            if (weights[i] >= least) {
                part.add(tokens[i], weights[i]);
            }
        }
        return part;
    }

    /** The likeliest first; equals by their number. */
    private void order() {
        if (ordered) {
            return;
        }
        Integer[] places = new Integer[size];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> Double.compare(weights[b], weights[a]));
        int[] oldTokens = Arrays.copyOf(tokens, size);
        double[] oldWeights = Arrays.copyOf(weights, size);
        for (int i = 0; i < size; i++) {
            tokens[i] = oldTokens[places[i]];
            weights[i] = oldWeights[places[i]];
        }
        ordered = true;
    }

    private double total() {
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += weights[i];
        }
        return total;
    }

    /** @param uniform in [0, 1) */
    int draw(double uniform) {
        double left = uniform * total();
        int last = 0;
        for (int i = 0; i < size; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    break;
                }
            }
        }
        return tokens[last];
    }

    int size() {
        return size;
    }

    int[] tokens() {
        return Arrays.copyOf(tokens, size);
    }
}
