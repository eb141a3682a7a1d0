package dev.cadwright.neural.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.EncoderDecoderModel;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.VisionModel;
import java.util.BitSet;

/**
 * A model that has read prompts, one a row, and is told one token a row at a time. Logits are [rows, vocabulary] and
 * belong to the given manager.
 */
interface Continuation extends AutoCloseable {
    /**
     * @param capacity positions of prompt and text together
     * @param owner outlives the continuation
     */
    static Continuation of(Model model, CausalInput prompts, int capacity, NDManager owner) {
        return switch (model) {
            case CausalModel causal -> new CausalContinuation(causal, prompts, capacity, owner);
            case EncoderDecoderModel both -> new TranslatedContinuation(both, prompts, capacity, owner);
            case VisionModel vision ->
                throw new NeuralException("unsupported_model", "this model sees; it cannot write");
        };
    }

    /** The tokens that the text of a prompt goes on from. */
    BitSet before(int prompt);

    /** Logits of the first token of each row. */
    NDArray first(NDManager scope);

    /** Logits of the token behind these, one a row. */
    NDArray next(NDManager scope, long[] tokens);

    /** Makes the rows those of these numbers, which may repeat, or be fewer. */
    void select(long[] rows);

    @Override
    void close();
}
