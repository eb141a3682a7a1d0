package dev.cadwright.neural.train;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.ImageTokens;
import java.util.Optional;

/**
 * The tokens that a model knows; native code ends a training at any other, without saying where it stood.
 *
 * @param size ids run from 0 to below this
 * @param picture stands for pictures, and may be in no vocabulary
 */
record Vocabulary(long size, Optional<Long> picture) {
    static Vocabulary of(CausalModel model) {
        return new Vocabulary(
                Math.min(model.vocabulary(), model.embeddings()),
                model.imageTokens().map(ImageTokens::token));
    }

    /** @throws NeuralException {@code bad_training_data}, naming the token */
    void requireToken(long id) {
        if ((id < 0 || id >= size) && picture.filter(p -> p == id).isEmpty()) {
            throw bad("token", id);
        }
    }

    /** @throws NeuralException {@code bad_training_data}, naming the label */
    void requireLabel(long label) {
        if ((label < 0 || label >= size) && label != TokenBatch.IGNORED) {
            throw bad("label", label);
        }
    }

    private NeuralException bad(String what, long id) {
        return new NeuralException(
                "bad_training_data", "the " + what + " " + id + " is not among the " + size + " that the model knows");
    }
}
