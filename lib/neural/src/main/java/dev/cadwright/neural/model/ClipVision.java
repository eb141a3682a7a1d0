package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.checkpoint.Configuration;
import java.util.List;
import java.util.Optional;

/** The image side of CLIP (Radford et al., 2021). Its own spelling of the first norm's name is kept. */
final class ClipVision implements VisionFamily {
    @Override
    public List<String> names() {
        return List.of("clip_vision_model");
    }

    @Override
    public VisionTower tower(Weights weights, Configuration configuration) {
        Weights embeddings = weights.at("embeddings");
        NDArray token = embeddings.tensor("class_embedding");
        NDArray patches = embeddings.tensor("patch_embedding.weight");
        NDArray places = embeddings.tensor("position_embedding.weight");
        double epsilon = configuration.number("layer_norm_eps", 1e-5);
        Norm before = Norm.Layer.of(weights, "pre_layrnorm", epsilon);
        return new VisionTower(
                weights.ops(),
                patches,
                Optional.empty(),
                configuration.size("patch_size"),
                Optional.of(token),
                places,
                Optional.of(before),
                VisionFamily.encoder(weights.at("encoder"), configuration, epsilon, "quick_gelu"),
                Norm.Layer.of(weights, "post_layernorm", epsilon),
                VisionTower.Pooling.TOKEN);
    }

    @Override
    public Optional<PoolingHead> head(Weights weights, Configuration configuration) {
        return Optional.empty();
    }
}
