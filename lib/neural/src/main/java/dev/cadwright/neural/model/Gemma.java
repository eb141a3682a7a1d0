package dev.cadwright.neural.model;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;

/**
 * Gemma (Gemma Team, 2024): a feed-forward part gated by GELU, norms that scale by one plus their weight, embeddings
 * multiplied by the square root of the width, rounded to the type of computing.
 */
final class Gemma implements DecoderFamily {
    @Override
    public List<String> names() {
        return List.of("gemma");
    }

    @Override
    public Decoder decoder(Weights weights, Configuration configuration) {
        double scale = weights.type().round(Math.sqrt(configuration.size("hidden_size")));
        if (configuration.flag("use_bidirectional_attention", false)) {
            throw new NeuralException("unsupported_model", "this Gemma looks forwards too");
        }
        return new LlamaLike(false, 1, scale, _ -> 0).decoder(weights, configuration, activation(configuration));
    }

    /** The first checkpoints say {@code gelu} and mean its approximation. */
    private static String activation(Configuration configuration) {
        String named = configuration.string("hidden_act", "gelu");
        return named.equals("gelu") ? "gelu_pytorch_tanh" : named;
    }
}
