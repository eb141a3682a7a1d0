package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.kernels.StoredWeight;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A linear map with or without a bias: what an adapter wraps and what quantisation replaces. An implementation decides
 * how it stores and multiplies its weight; models only apply it.
 */
public interface Linear {
    /** x [..., inputs] to [..., outputs], in the type of x and owned by its manager. */
    NDArray apply(NDArray x);

    long inputs();

    long outputs();

    /**
     * The weight [outputs, inputs] in full, in a type that computes; belongs to {@code owner} and must not be written
     * to, since it may share the layer's own memory.
     */
    NDArray weight(NDManager owner);

    /**
     * The weight as it lies in memory, for kernels that multiply it there; empty where no kernel reads it so. Its memory
     * lives as long as the layer.
     */
    default Optional<StoredWeight> storedWeight() {
        return Optional.empty();
    }

    /** What a checkpoint keeps of it, by the last part of the name: {@code weight}, {@code bias}, ... */
    SequencedMap<String, NDArray> tensors();
}
