package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.AttentionShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The plan that Llama and its relatives share: pre-normalised blocks of rotary attention and a gated feed-forward part,
 * a final norm, a head that may be tied. What a relative does otherwise is a parameter here.
 *
 * @param headNorms queries and keys are normalised head by head
 * @param normOffset what is added to the weights of norms
 * @param embeddingScale by which embeddings are multiplied
 * @param window how far back each layer looks, 0 for all
 */
record LlamaLike(boolean headNorms, double normOffset, double embeddingScale, IntUnaryOperator window) {
    Decoder decoder(Weights weights, Configuration configuration, String activation) {
        Weights model = weights.at("model");
        Heads heads = Heads.of(configuration);
        int layers = configuration.size("num_hidden_layers");
        NDArray embedding = model.tensor(
                "embed_tokens.weight", configuration.size("vocab_size"), configuration.size("hidden_size"));
        PositionScheme positions = PositionScheme.Turned.of(weights, RotaryParameters.of(configuration, heads.size()));
        List<Layer> blocks = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            blocks.add(block(model.at("layers", i), configuration, heads, i, Activation.named(activation)));
        }
        return new Decoder(
                weights.ops(),
                weights.type(),
                embedding,
                embeddingScale,
                positions,
                blocks,
                norm(model, "norm", configuration),
                OutputHead.of(weights, embedding, "model.embed_tokens.weight", configuration),
                Collections.nCopies(layers, new PreallocatedCache.LayerShape(heads.keys(), heads.size())));
    }

    private Layer block(Weights weights, Configuration configuration, Heads heads, int layer, Activation activation) {
        return new Layer.PreNorm(
                weights.ops(),
                norm(weights, "input_layernorm", configuration),
                attention(weights.at("self_attn"), configuration, heads, layer),
                norm(weights, "post_attention_layernorm", configuration),
                FeedForward.Gated.of(weights.at("mlp"), activation));
    }

    private SelfAttention attention(Weights weights, Configuration configuration, Heads heads, int layer) {
        SelfAttention.QueryKeyValue projections = SelfAttention.QueryKeyValue.Separate.of(weights);
        List<NDArray> norms = headNorms
                ? List.of(weights.tensor("q_norm.weight", heads.size()), weights.tensor("k_norm.weight", heads.size()))
                : List.of();
        AttentionShape shape =
                new AttentionShape(heads.queries(), heads.keys(), true, heads.scale(), norms, epsilon(configuration));
        return new SelfAttention(
                weights.ops(), layer, projections, weights.linear("o_proj"), shape, window.applyAsInt(layer));
    }

    private Norm norm(Weights weights, String name, Configuration configuration) {
        NDArray weight = weights.tensor(name + ".weight", configuration.size("hidden_size"));
        return new Norm.Rms(weights.ops(), weight, epsilon(configuration), normOffset);
    }

    private static double epsilon(Configuration configuration) {
        return configuration.number("rms_norm_eps", 1e-6);
    }
}
