package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Keys and values of the positions that a decoder has seen. A forward pass writes those of its positions in place and,
 * when all layers are done, advances the cache.
 */
public interface KeyValueCache {
    /** Positions held. */
    int length();

    /** Positions it can hold. */
    int capacity();

    /** Keys and values of a layer in full capacity: each [rows, heads, capacity, size]. */
    List<NDArray> layer(int index);

    /** Counts the positions that were written behind {@link #length}. */
    void advance(int positions);
}
