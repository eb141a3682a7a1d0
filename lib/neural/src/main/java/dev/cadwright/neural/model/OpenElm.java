package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.AttentionShape;
import java.util.ArrayList;
import java.util.List;

/**
 * OpenELM (Mehta et al., 2024): heads and feed-forward widths that grow from layer to layer, queries, keys and values in
 * one matrix and normalised head by head, gate and up in one matrix too.
 */
final class OpenElm implements DecoderFamily {
    private static final double EPSILON = 1e-6;

    @Override
    public List<String> names() {
        return List.of("openelm");
    }

    @Override
    public List<KeyNames.Rename> renames() {
        return List.of(new KeyNames.Rename("transformer.", ""));
    }

    @Override
    public Decoder decoder(Weights weights, Configuration configuration) {
        Weights model = weights.at("transformer");
        int layers = configuration.size("num_transformer_layers");
        int size = configuration.size("head_dim");
        List<Integer> queries = perLayer(configuration, "num_query_heads", layers);
        List<Integer> keys = perLayer(configuration, "num_kv_heads", layers);
        NDArray embedding = model.tensor(
                "token_embeddings.weight", configuration.size("vocab_size"), configuration.size("model_dim"));
        List<Layer> blocks = new ArrayList<>();
        List<PreallocatedCache.LayerShape> cache = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            Heads heads = new Heads(queries.get(i), keys.get(i), size);
            blocks.add(block(model.at("layers", i), configuration, heads, i));
            cache.add(new PreallocatedCache.LayerShape(heads.keys(), size));
        }
        RotaryParameters rotary = new RotaryParameters(
                configuration.number("rope_freq_constant", 10_000),
                size,
                new RotaryParameters.Scaling.None(),
                List.of());
        boolean shared = configuration.flag("share_input_output_layers", true);
        return new Decoder(
                weights.ops(),
                weights.type(),
                embedding,
                1,
                PositionScheme.Turned.of(weights, rotary),
                blocks,
                Norm.Rms.of(model, "norm", EPSILON),
                shared ? weights.tied("lm_head", embedding) : weights.linear("lm_head"),
                cache);
    }

    private static List<Integer> perLayer(Configuration configuration, String key, int layers) {
        List<Integer> values = configuration.sizes(key);
        if (values.size() != layers) {
            throw configuration.bad(key + " names " + values.size() + " of " + layers + " layers");
        }
        return values;
    }

    private static Layer block(Weights weights, Configuration configuration, Heads heads, int layer) {
        Weights attention = weights.at("attn");
        List<NDArray> norms = configuration.flag("normalize_qk_projections", true)
                ? List.of(
                        attention.tensor("q_norm.weight", heads.size()),
                        attention.tensor("k_norm.weight", heads.size()))
                : List.of();
        long queryWidth = (long) heads.queries() * heads.size();
        long keyWidth = (long) heads.keys() * heads.size();
        return new Layer.PreNorm(
                weights.ops(),
                Norm.Rms.of(weights, "attn_norm", EPSILON),
                new SelfAttention(
                        weights.ops(),
                        layer,
                        new SelfAttention.QueryKeyValue.Fused(
                                weights.ops(), attention.linear("qkv_proj"), queryWidth, keyWidth),
                        attention.linear("out_proj"),
                        new AttentionShape(heads.queries(), heads.keys(), true, heads.scale(), norms, EPSILON),
                        0),
                Norm.Rms.of(weights, "ffn_norm", EPSILON),
                feedForward(weights.at("ffn"), configuration));
    }

    private static FeedForward feedForward(Weights weights, Configuration configuration) {
        Activation activation = Activation.named(configuration.string("activation_fn_name", "swish"));
        Linear first = weights.linear("proj_1");
        Linear second = weights.linear("proj_2");
        return configuration.flag("ffn_with_glu", true)
                ? new FeedForward.FusedGated(weights.ops(), first, second, activation)
                : new FeedForward.Plain(weights.ops(), first, second, activation);
    }
}
