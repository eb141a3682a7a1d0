package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;

/** Llama (Touvron et al., 2023), with grouped queries and the rotary positions of Llama 3 where configured. */
final class Llama implements DecoderFamily {
    @Override
    public List<String> names() {
        return List.of("llama");
    }

    @Override
    public Decoder decoder(Weights weights, Configuration configuration) {
        return new LlamaLike(false, 0, 1, _ -> 0)
                .decoder(weights, configuration, configuration.string("hidden_act", "silu"));
    }
}
