package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;
import java.util.Optional;

/** Qwen2 (Yang et al., 2024): Llama with biases in the projections to queries, keys and values. */
final class Qwen2 implements DecoderFamily {
    /** CAD-Recode is a Qwen2 with an encoder of points beside it. */
    @Override
    public Model build(ModelParts parts, Weights weights, Configuration configuration) {
        Decoder decoder = decoder(weights, configuration);
        Optional<MediaEncoder> points = PointEncoder.of(weights).map(PointEncoder.Marked::new);
        return new CausalModel(parts, decoder, points.stream().toList());
    }

    @Override
    public List<String> names() {
        return List.of("qwen2");
    }

    @Override
    public Decoder decoder(Weights weights, Configuration configuration) {
        List<Integer> windows = Windows.byLayer(configuration, configuration.size("num_hidden_layers"));
        return new LlamaLike(false, 0, 1, windows::get)
                .decoder(weights, configuration, configuration.string("hidden_act", "silu"));
    }
}
