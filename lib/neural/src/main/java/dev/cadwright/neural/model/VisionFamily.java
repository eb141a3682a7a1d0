package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.AttentionShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A family of vision towers, which may also be part of a larger model. */
interface VisionFamily extends Family {
    /** @param weights below the tower's own prefix */
    VisionTower tower(Weights weights, Configuration configuration);

    /** What pools by attention; its weights stay in the checkpoint even where nobody asks it. */
    Optional<PoolingHead> head(Weights weights, Configuration configuration);

    @Override
    default Model build(ModelParts parts, Weights weights, Configuration configuration) {
        Configuration own = configuration.optionalSection("vision_config").orElse(configuration);
        Weights tower = weights.at("vision_model");
        VisionTower built = tower(tower, own);
        return new VisionModel(parts, built, head(tower, own));
    }

    @Override
    default List<KeyNames.Rename> renames() {
        return List.of(new KeyNames.Rename("vision_model.", ""));
    }

    /** Pre-normalised layers with biases everywhere. */
    static Encoder encoder(Weights weights, Configuration configuration, double epsilon, String usualActivation) {
        int heads = configuration.size("num_attention_heads");
        int width = configuration.size("hidden_size");
        if (width % heads != 0) {
            throw configuration.bad(heads + " heads do not divide a width of " + width);
        }
        Activation activation = Activation.named(configuration.string("hidden_act", usualActivation));
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < configuration.size("num_hidden_layers"); i++) {
            Weights layer = weights.at("layers", i);
            Weights attention = layer.at("self_attn");
            layers.add(new Layer.PreNorm(
                    weights.ops(),
                    Norm.Layer.of(layer, "layer_norm1", epsilon),
                    new SelfAttention(
                            weights.ops(),
                            i,
                            SelfAttention.QueryKeyValue.Separate.of(attention),
                            attention.linear("out_proj"),
                            new AttentionShape(heads, heads, false, Math.sqrt((double) heads / width)),
                            0),
                    Norm.Layer.of(layer, "layer_norm2", epsilon),
                    new FeedForward.Plain(
                            weights.ops(), layer.linear("mlp.fc1"), layer.linear("mlp.fc2"), activation)));
        }
        return new Encoder(weights.ops(), layers);
    }
}
