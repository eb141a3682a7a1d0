package dev.cadwright.neural.tensor;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * What changes from one call of an attention layer to the next.
 *
 * @param cache none, or keys and values [batch, kvHeads, capacity, size], written in place from {@code position} on
 * @param mask added to the scores; without one, a causal layer at position 0 looks backwards, and all else everywhere
 */
public record AttentionState(Optional<Rotary> rotary, List<NDArray> cache, int position, Optional<NDArray> mask) {
    public static final AttentionState NONE = new AttentionState(Optional.empty(), List.of(), 0, Optional.empty());

    public AttentionState {
        cache = List.copyOf(cache);
        if (!cache.isEmpty() && cache.size() != 2) {
            throw new IllegalArgumentException("a cache is keys and values");
        }
    }
}
