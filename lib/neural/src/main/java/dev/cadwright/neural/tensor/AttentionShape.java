package dev.cadwright.neural.tensor;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What is fixed about one attention layer.
 *
 * @param keyValueHeads a divisor of heads; 1 is multi-query attention, less than heads is grouped
 * @param norms weights of the norms of each query and key head, or none
 * @param scale of the scores
 */
public record AttentionShape(
        int heads, int keyValueHeads, boolean causal, double scale, List<NDArray> norms, double normEpsilon) {
    public AttentionShape {
        norms = List.copyOf(norms);
        if (heads < 1 || keyValueHeads < 1 || heads % keyValueHeads != 0) {
            throw new IllegalArgumentException(heads + " heads cannot share " + keyValueHeads);
        }
        if (!norms.isEmpty() && norms.size() != 2) {
            throw new IllegalArgumentException("queries and keys are both normalised, or neither");
        }
    }

    public AttentionShape(int heads, int keyValueHeads, boolean causal, double scale) {
        this(heads, keyValueHeads, causal, scale, List.of(), 0);
    }
}
