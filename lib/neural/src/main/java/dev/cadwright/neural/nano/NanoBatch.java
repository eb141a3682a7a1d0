package dev.cadwright.neural.nano;

import ai.djl.ndarray.NDArray;

/** Tensors of one batch: points [batch, points, 3], tokens [batch, time], labels [batch, time], -100 where ignored. */
public record NanoBatch(NDArray points, NDArray tokens, NDArray labels) implements AutoCloseable {
    public static final long IGNORED = -100;

    @Override
    public void close() {
        points.close();
        tokens.close();
        labels.close();
    }
}
