package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.AttentionShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Phi-1.5 and Phi-2 (Li et al., 2023): attention and feed-forward part side by side behind one layer norm, part of each
 * head turned, biases everywhere, in the head too.
 */
final class Phi implements DecoderFamily {
    @Override
    public List<String> names() {
        return List.of("phi");
    }

    @Override
    public Decoder decoder(Weights weights, Configuration configuration) {
        if (configuration.flag("qk_layernorm", false)) {
            throw new NeuralException("unsupported_model", "this Phi normalises its queries and keys");
        }
        Weights model = weights.at("model");
        Heads heads = Heads.of(configuration);
        int layers = configuration.size("num_hidden_layers");
        NDArray embedding = model.tensor(
                "embed_tokens.weight", configuration.size("vocab_size"), configuration.size("hidden_size"));
        List<Layer> blocks = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            blocks.add(block(model.at("layers", i), configuration, heads, i));
        }
        return new Decoder(
                weights.ops(),
                weights.type(),
                embedding,
                1,
                PositionScheme.Turned.of(weights, rotary(configuration, heads)),
                blocks,
                Norm.Layer.of(model, "final_layernorm", epsilon(configuration)),
                OutputHead.of(weights, embedding, "model.embed_tokens.weight", configuration),
                Collections.nCopies(layers, new PreallocatedCache.LayerShape(heads.keys(), heads.size())));
    }

    private static RotaryParameters rotary(Configuration configuration, Heads heads) {
        RotaryParameters whole = RotaryParameters.of(configuration, heads.size());
        boolean said = configuration.has("partial_rotary_factor")
                || configuration
                        .optionalSection("rope_parameters")
                        .filter(r -> r.has("partial_rotary_factor"))
                        .isPresent();
        // Half of each head where the configuration is silent.
        return said ? whole : new RotaryParameters(whole.base(), heads.size() / 2, whole.scaling(), whole.sections());
    }

    private static Layer block(Weights weights, Configuration configuration, Heads heads, int layer) {
        Weights attention = weights.at("self_attn");
        Weights mlp = weights.at("mlp");
        return new Layer.Parallel(
                weights.ops(),
                Norm.Layer.of(weights, "input_layernorm", epsilon(configuration)),
                new SelfAttention(
                        weights.ops(),
                        layer,
                        SelfAttention.QueryKeyValue.Separate.of(attention),
                        attention.linear("dense"),
                        new AttentionShape(heads.queries(), heads.keys(), true, heads.scale()),
                        0),
                new FeedForward.Plain(
                        weights.ops(),
                        mlp.linear("fc1"),
                        mlp.linear("fc2"),
                        Activation.named(configuration.string("hidden_act", "gelu_new"))));
    }

    private static double epsilon(Configuration configuration) {
        return configuration.number("layer_norm_eps", 1e-5);
    }
}
