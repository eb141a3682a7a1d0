package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.checkpoint.Configuration;

/** The map from hidden states to the vocabulary, which may share the embedding's weights. */
final class OutputHead {
    private static final String NAME = "lm_head";

    private OutputHead() {}

    /**
     * Tied if the configuration says so, or the checkpoint holds no head; but a head in the file that differs from the
     * embedding was not tied, whatever the configuration says.
     *
     * @param embeddingName of the embedding below the same weights
     */
    static Linear of(Weights weights, NDArray embedding, String embeddingName, Configuration configuration) {
        boolean own = weights.has(NAME + ".weight");
        boolean tied = configuration.flag("tie_word_embeddings", false);
        if (!own || (tied && weights.equal(NAME + ".weight", embeddingName))) {
            return weights.tied(NAME, embedding);
        }
        return weights.linear(NAME);
    }
}
