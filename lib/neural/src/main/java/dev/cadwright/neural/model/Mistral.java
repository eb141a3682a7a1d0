package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;

/** Mistral (Jiang et al., 2023): Llama that looks back over a window. */
final class Mistral implements DecoderFamily {
    @Override
    public List<String> names() {
        return List.of("mistral");
    }

    @Override
    public Decoder decoder(Weights weights, Configuration configuration) {
        int window = Windows.everywhere(configuration);
        return new LlamaLike(false, 0, 1, _ -> window)
                .decoder(weights, configuration, configuration.string("hidden_act", "silu"));
    }
}
