package dev.cadwright.neural.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.checkpoint.Configuration;
import java.util.ArrayList;
import java.util.List;

/**
 * Qwen2-VL (Wang et al., 2024): Qwen2 with positions in three dimensions and a vision tower for images and videos; with
 * the encoder of points beside it, cadrille (Kolodiazhnyi et al., 2025).
 */
final class Qwen2Vl implements Family {
    @Override
    public List<String> names() {
        return List.of("qwen2_vl");
    }

    @Override
    public List<KeyNames.Rename> renames() {
        return List.of(
                new KeyNames.Rename("visual.", "model.visual."),
                new KeyNames.Rename("model.", "model.language_model."),
                new KeyNames.Rename("model.", "language_model."));
    }

    @Override
    public Model build(ModelParts parts, Weights weights, Configuration configuration) {
        Configuration text = text(configuration);
        Decoder decoder = new LlamaLike(false, 0, 1, _ -> 0).decoder(weights, text, text.string("hidden_act", "silu"));
        Qwen2VlVision tower = Qwen2VlVision.of(weights.at("visual"), configuration.section("vision_config"));
        List<MediaEncoder> encoders = new ArrayList<>();
        encoders.add(new Qwen2VlVision.Media(
                weights.ops(), tower, token(configuration, "image_token_id"), token(configuration, "video_token_id")));
        PointEncoder.of(weights).map(PointEncoder.Leading::new).ifPresent(encoders::add);
        return new CausalModel(parts, decoder, encoders);
    }

    private static long token(Configuration configuration, String key) {
        return configuration.integer(key).orElseThrow(() -> configuration.bad("the key " + key + " is missing"));
    }

    /** Before transformers 5 the keys of the text model stood beside the others; whether the head is tied still does. */
    private static Configuration text(Configuration configuration) {
        Configuration text = configuration.optionalSection("text_config").orElse(configuration);
        boolean tied = configuration.flag("tie_word_embeddings", false) || text.flag("tie_word_embeddings", false);
        ObjectNode changed = text.json();
        changed.put("tie_word_embeddings", tied);
        return text.with(changed);
    }
}
