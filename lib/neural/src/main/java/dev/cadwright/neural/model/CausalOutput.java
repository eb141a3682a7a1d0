package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * What a decoder says. Everything belongs to the manager of the input, in the type of computing.
 *
 * @param logits [batch, time, vocabulary], of the last position [batch, 1, vocabulary], or none
 * @param lastHiddenState after the final norm, [batch, time, width]
 * @param hiddenStates if wanted: first the embeddings, then what each layer gives, the last of them normalised
 */
public record CausalOutput(Optional<NDArray> logits, NDArray lastHiddenState, List<NDArray> hiddenStates) {
    public CausalOutput {
        hiddenStates = List.copyOf(hiddenStates);
    }
}
