package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.AttentionShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * T5 (Raffel et al., 2020) and its version 1.1, of which Flan-T5 is made: root-mean-square norms, scores without a
 * scale, a bias of relative positions that the first layer of each stack holds for all, ReLU or a gated feed-forward
 * part. A tied head reads states multiplied by width^-½.
 */
final class T5 implements Family {
    @Override
    public List<String> names() {
        return List.of("t5");
    }

    @Override
    public Model build(ModelParts parts, Weights weights, Configuration configuration) {
        int width = configuration.size("d_model");
        NDArray embedding = weights.tensor("shared.weight", configuration.size("vocab_size"), width);
        int encoderLayers = configuration.size("num_layers");
        int decoderLayers = configuration.size("num_decoder_layers", encoderLayers);
        Stack encoder = new Stack(weights.at("encoder"), configuration, false);
        Stack decoder = new Stack(weights.at("decoder"), configuration, true);
        PositionScheme encoderPositions = encoder.positions();
        List<Layer> encoding = new ArrayList<>();
        for (int i = 0; i < encoderLayers; i++) {
            encoding.add(encoder.layer(i));
        }
        Norm encoderNorm = encoder.norm();
        PositionScheme decoderPositions = decoder.positions();
        List<Layer.CrossAttending> decoding = new ArrayList<>();
        for (int i = 0; i < decoderLayers; i++) {
            decoding.add(decoder.crossLayer(i));
        }
        Decoder writer = new Decoder(
                weights.ops(),
                weights.type(),
                embedding,
                1,
                decoderPositions,
                List.copyOf(decoding),
                decoder.norm(),
                head(weights, embedding),
                scaled(configuration) ? 1 / Math.sqrt(width) : 1,
                Collections.nCopies(
                        decoderLayers,
                        new PreallocatedCache.LayerShape(configuration.size("num_heads"), configuration.size("d_kv"))));
        return new EncoderDecoderModel(
                parts,
                embedding,
                new Encoder(weights.ops(), encoding),
                encoderPositions,
                encoderNorm,
                writer,
                decoding.stream().map(Layer.CrossAttending::cross).toList());
    }

    /** What the configuration says of tying is not to be believed: newer versions always say yes. */
    private static Linear head(Weights weights, NDArray embedding) {
        boolean own = weights.has("lm_head.weight") && !weights.equal("lm_head.weight", "shared.weight");
        return own ? weights.linear("lm_head") : weights.tied("lm_head", embedding);
    }

    private static boolean scaled(Configuration configuration) {
        return configuration.flag("scale_decoder_outputs", true) && configuration.flag("tie_word_embeddings", true);
    }

    /** The layers of the encoder or the decoder. */
    private record Stack(Weights weights, Configuration configuration, boolean decoder) {
        PositionScheme positions() {
            NDArray table = weights.at("block.0.layer.0.SelfAttention").tensor("relative_attention_bias.weight");
            int farthest = configuration.size("relative_attention_max_distance", 128);
            return new PositionScheme.Relative(weights.ops(), table, !decoder, farthest);
        }

        Norm norm() {
            return norm(weights, "final_layer_norm");
        }

        Layer layer(int index) {
            Weights layer = weights.at("block", index).at("layer");
            return new Layer.PreNorm(
                    weights.ops(),
                    norm(layer.at("0"), "layer_norm"),
                    selfAttention(layer.at("0.SelfAttention"), index),
                    norm(layer.at("1"), "layer_norm"),
                    feedForward(layer.at("1.DenseReluDense")));
        }

        Layer.CrossAttending crossLayer(int index) {
            Weights layer = weights.at("block", index).at("layer");
            return new Layer.CrossAttending(
                    weights.ops(),
                    norm(layer.at("0"), "layer_norm"),
                    selfAttention(layer.at("0.SelfAttention"), index),
                    norm(layer.at("1"), "layer_norm"),
                    crossAttention(layer.at("1.EncDecAttention"), index),
                    norm(layer.at("2"), "layer_norm"),
                    feedForward(layer.at("2.DenseReluDense")));
        }

        private SelfAttention selfAttention(Weights attention, int index) {
            int heads = configuration.size("num_heads");
            return new SelfAttention(
                    weights.ops(),
                    index,
                    new SelfAttention.QueryKeyValue.Separate(
                            attention.linear("q"), attention.linear("k"), attention.linear("v")),
                    attention.linear("o"),
                    new AttentionShape(heads, heads, decoder, 1),
                    0);
        }

        private CrossAttention crossAttention(Weights attention, int index) {
            return new CrossAttention(
                    weights.ops(),
                    index,
                    attention.linear("q"),
                    attention.linear("k"),
                    attention.linear("v"),
                    attention.linear("o"),
                    configuration.size("num_heads"),
                    1);
        }

        private FeedForward feedForward(Weights mlp) {
            String kind = configuration.string("feed_forward_proj", "relu");
            if (!kind.startsWith("gated-")) {
                return new FeedForward.Plain(weights.ops(), mlp.linear("wi"), mlp.linear("wo"), Activation.named(kind));
            }
            String name = kind.substring("gated-".length());
            // The published checkpoints of version 1.1 mean the approximation.
            Activation activation = name.equals("gelu") ? Activation.GELU_TANH : Activation.named(name);
            return new FeedForward.Gated(
                    weights.ops(), mlp.linear("wi_0"), mlp.linear("wi_1"), mlp.linear("wo"), activation);
        }

        private Norm norm(Weights at, String name) {
            return Norm.Rms.of(at, name, configuration.number("layer_norm_epsilon", 1e-6));
        }
    }
}
