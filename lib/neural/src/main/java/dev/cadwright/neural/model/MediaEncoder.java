package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/** What puts images or points in the place of tokens. */
interface MediaEncoder {
    /** Embeddings and mask of a row, after what this encoder does to them; unchanged where its media are absent. */
    Prompt place(CausalInput input, Prompt prompt);

    /** Positions of the tokens, where media change how they count. */
    default Optional<PromptPositions> positions(CausalInput input) {
        return Optional.empty();
    }

    /** The token that images replace, and how many of them each takes, where that is always the same. */
    default Optional<ImageTokens> tokens() {
        return Optional.empty();
    }

    /** Embeddings [batch, time, width] and the mask of the row. */
    record Prompt(NDArray embeddings, Optional<NDArray> mask) {}
}
