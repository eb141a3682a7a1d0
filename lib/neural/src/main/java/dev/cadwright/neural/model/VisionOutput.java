package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * What a vision tower says of images. Everything belongs to the manager of the images.
 *
 * @param lastHiddenState [batch, patches, width]
 * @param hiddenStates the embeddings, then what each layer gives, none normalised
 * @param pooled one vector an image, [batch, width]
 */
public record VisionOutput(NDArray lastHiddenState, List<NDArray> hiddenStates, Optional<NDArray> pooled) {
    public VisionOutput {
        hiddenStates = List.copyOf(hiddenStates);
    }
}
