package dev.cadwright.neural.model;

import java.util.Optional;

/** Makes linear layers while a checkpoint is read, for example of weights that the file holds quantised. */
@FunctionalInterface
public interface LinearFactory {
    /** Every layer dense. */
    LinearFactory DENSE = (_, _) -> Optional.empty();

    /**
     * The layer of this name, or nothing to have it dense.
     *
     * @param name dotted, for example {@code model.layers.0.mlp.up_proj}
     * @param weights what the checkpoint holds below that name
     */
    Optional<Linear> create(String name, Weights weights);
}
