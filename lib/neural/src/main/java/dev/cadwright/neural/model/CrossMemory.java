package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * What the layers of a decoder attend to beside the text they write.
 *
 * @param layers keys and values of each layer, [batch, heads, length, size]
 * @param mask added to the scores, [batch, 1, 1, length]
 */
record CrossMemory(List<KeysAndValues> layers, Optional<NDArray> mask) {
    /** For one layer. */
    record KeysAndValues(NDArray keys, NDArray values) {}

    CrossMemory {
        layers = List.copyOf(layers);
    }
}
