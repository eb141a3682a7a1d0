package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tensor.Operations;
import java.util.List;
import java.util.Optional;

/**
 * A vision transformer (Dosovitskiy et al., 2021): patches of an image, each with the embedding of its place, through
 * layers that look both ways.
 *
 * @param patches [width, channels, size, size]
 * @param token in front of the patches, [width], if there is one
 * @param places [patches, width], the token counted in
 * @param before applied to the embeddings
 * @param after applied to the last state
 * @param pooling what makes one vector of an image
 */
record VisionTower(
        Operations ops,
        NDArray patches,
        Optional<NDArray> patchBias,
        int patchSize,
        Optional<NDArray> token,
        NDArray places,
        Optional<Norm> before,
        Encoder encoder,
        Norm after,
        Pooling pooling) {
    /** Which states are whose. */
    enum Pooling {
        /** The state of the token, normalised; the other states are left as they are. */
        TOKEN,
        /** All states are normalised; attention makes one vector of them elsewhere. */
        NORMALISED
    }

    /** The embeddings and the state after each layer, none normalised: images [batch, channels, height, width]. */
    List<NDArray> states(NDArray images) {
        NDManager owner = images.getManager();
        try (NDManager scope = owner.newSubManager()) {
            NDArray rows = ops.patches(images, patches, patchBias, patchSize);
            rows.attach(scope);
            NDArray x = token.map(t -> ops.prepend(rows, t)).orElse(rows);
            if (x.getShape().get(1) != places.getShape().get(0)) {
                throw new NeuralException(
                        "bad_input",
                        "an image gives " + x.getShape().get(1) + " patches where the model knows "
                                + places.getShape().get(0) + " places");
            }
            NDArray placed = ops.add(x, places);
            NDArray entered = before.map(norm -> norm.apply(placed)).orElse(placed);
            List<NDArray> states = encoder.states(entered, Optional.empty(), Optional.empty(), Optional.empty(), true);
            states.forEach(state -> state.attach(owner));
            return states;
        }
    }

    /** What the tower says in the end, given the state after the last layer. */
    NDArray last(NDArray state) {
        return switch (pooling) {
            case TOKEN -> state;
            case NORMALISED -> after.apply(state);
        };
    }
}
