package dev.cadwright.neural.tensor;

import ai.djl.ndarray.NDArray;
import java.util.Objects;
import java.util.Optional;

/**
 * What the positions {@code past} to {@code past + time} of a batch may look at.
 *
 * @param padding [batch, past + time], 0 where nothing is
 * @param segments [batch, past + time]: packed texts, which do not look at each other
 * @param window how many positions back, itself included; 0 for all
 * @param causal only backwards
 */
public record MaskShape(
        Optional<NDArray> padding, Optional<NDArray> segments, int past, int time, int window, boolean causal) {
    public MaskShape {
        Objects.requireNonNull(padding);
        Objects.requireNonNull(segments);
        if (past < 0 || time < 1 || window < 0) {
            throw new IllegalArgumentException("no mask from " + past + " for " + time + " in a window of " + window);
        }
    }
}
