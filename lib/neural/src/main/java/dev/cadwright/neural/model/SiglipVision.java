package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Activation;
import java.util.List;
import java.util.Optional;

/** The image side of SigLIP (Zhai et al., 2023): no token in front, a head that pools by attention. */
final class SiglipVision implements VisionFamily {
    @Override
    public List<String> names() {
        return List.of("siglip_vision_model");
    }

    @Override
    public VisionTower tower(Weights weights, Configuration configuration) {
        Weights embeddings = weights.at("embeddings");
        NDArray patches = embeddings.tensor("patch_embedding.weight");
        NDArray bias = embeddings.tensor("patch_embedding.bias");
        double epsilon = epsilon(configuration);
        return new VisionTower(
                weights.ops(),
                patches,
                Optional.of(bias),
                configuration.size("patch_size"),
                Optional.empty(),
                embeddings.tensor("position_embedding.weight"),
                Optional.empty(),
                VisionFamily.encoder(weights.at("encoder"), configuration, epsilon, "gelu_pytorch_tanh"),
                Norm.Layer.of(weights, "post_layernorm", epsilon),
                VisionTower.Pooling.NORMALISED);
    }

    @Override
    public Optional<PoolingHead> head(Weights weights, Configuration configuration) {
        if (!weights.has("head.probe")) {
            return Optional.empty();
        }
        Activation activation = Activation.named(configuration.string("hidden_act", "gelu_pytorch_tanh"));
        return Optional.of(PoolingHead.of(
                weights.at("head"), configuration.size("num_attention_heads"), epsilon(configuration), activation));
    }

    private static double epsilon(Configuration configuration) {
        return configuration.number("layer_norm_eps", 1e-6);
    }
}
