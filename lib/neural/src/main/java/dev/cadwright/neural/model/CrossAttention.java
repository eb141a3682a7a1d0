package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.tensor.Operations;

/** Attention of a decoder to what an encoder says. */
record CrossAttention(
        Operations ops, int layer, Linear query, Linear key, Linear value, Linear output, int heads, double scale) {
    /** Keys and values of an encoder's states [batch, length, width], which do not change while the decoder writes. */
    CrossMemory.KeysAndValues remember(NDArray states) {
        return new CrossMemory.KeysAndValues(
                ops.heads(key.apply(states), heads), ops.heads(value.apply(states), heads));
    }

    NDArray apply(NDArray x, Pass pass) {
        CrossMemory memory = pass.memory();
        CrossMemory.KeysAndValues own = memory.layers().get(layer);
        return output.apply(ops.crossAttention(query.apply(x), own.keys(), own.values(), memory.mask(), scale));
    }
}
