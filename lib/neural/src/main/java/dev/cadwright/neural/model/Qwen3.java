package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;

/** Qwen3 (Yang et al., 2025): queries and keys normalised head by head, no biases. */
final class Qwen3 implements DecoderFamily {
    @Override
    public List<String> names() {
        return List.of("qwen3");
    }

    @Override
    public Decoder decoder(Weights weights, Configuration configuration) {
        List<Integer> windows = Windows.byLayer(configuration, configuration.size("num_hidden_layers"));
        return new LlamaLike(true, 0, 1, windows::get)
                .decoder(weights, configuration, configuration.string("hidden_act", "silu"));
    }
}
