package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;

/**
 * Where the tokens of a prompt stand, and where what is written next will.
 *
 * @param ids [batch, time], or [3, batch, time] where positions have three dimensions
 * @param next the position of the first new token of each row; those after it count on by one
 */
public record PromptPositions(NDArray ids, long[] next) {
    public PromptPositions {
        next = next.clone();
    }

    @Override
    public long[] next() {
        return next.clone();
    }
}
