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
 * GPT-2 (Radford et al., 2019): learned positions, layer norms, queries, keys and values in one matrix, all matrices
 * stored as [inputs, outputs].
 */
final class Gpt2 implements DecoderFamily {
    @Override
    public List<String> names() {
        return List.of("gpt2");
    }

    @Override
    public List<KeyNames.Rename> renames() {
        return List.of(new KeyNames.Rename("transformer.", ""));
    }

    @Override
    public Decoder decoder(Weights weights, Configuration configuration) {
        requirePlain(configuration);
        Weights model = weights.at("transformer");
        int width = configuration.size("n_embd");
        int heads = configuration.size("n_head");
        int layers = configuration.size("n_layer");
        NDArray embedding = model.tensor("wte.weight", configuration.size("vocab_size"), width);
        NDArray positions = model.tensor("wpe.weight", configuration.size("n_positions"), width);
        List<Layer> blocks = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            blocks.add(block(model.at("h", i), configuration, width, heads, i));
        }
        return new Decoder(
                weights.ops(),
                weights.type(),
                embedding,
                1,
                new PositionScheme.Learned(weights.ops(), positions),
                blocks,
                Norm.Layer.of(model, "ln_f", epsilon(configuration)),
                OutputHead.of(weights, embedding, "transformer.wte.weight", configuration),
                Collections.nCopies(layers, new PreallocatedCache.LayerShape(heads, width / heads)));
    }

    private static Layer block(Weights weights, Configuration configuration, int width, int heads, int layer) {
        Weights attention = weights.at("attn");
        Weights mlp = weights.at("mlp");
        double scale = configuration.flag("scale_attn_weights", true) ? 1 / Math.sqrt((double) width / heads) : 1;
        double byLayer = configuration.flag("scale_attn_by_inverse_layer_idx", false) ? 1.0 / (layer + 1) : 1;
        return new Layer.PreNorm(
                weights.ops(),
                Norm.Layer.of(weights, "ln_1", epsilon(configuration)),
                new SelfAttention(
                        weights.ops(),
                        layer,
                        new SelfAttention.QueryKeyValue.Fused(
                                weights.ops(), attention.transposedLinear("c_attn"), width, width),
                        attention.transposedLinear("c_proj"),
                        new AttentionShape(heads, heads, true, scale * byLayer),
                        0),
                Norm.Layer.of(weights, "ln_2", epsilon(configuration)),
                new FeedForward.Plain(
                        weights.ops(),
                        mlp.transposedLinear("c_fc"),
                        mlp.transposedLinear("c_proj"),
                        Activation.named(configuration.string("activation_function", "gelu_new"))));
    }

    private static void requirePlain(Configuration configuration) {
        if (configuration.flag("add_cross_attention", false)) {
            throw new NeuralException("unsupported_model", "this GPT-2 attends to an encoder");
        }
        if (configuration.size("n_embd") % configuration.size("n_head") != 0) {
            throw configuration.bad("n_head does not divide n_embd");
        }
    }

    private static double epsilon(Configuration configuration) {
        return configuration.number("layer_norm_epsilon", 1e-5);
    }
}
