package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.Operations;
import java.util.List;
import java.util.Optional;

/**
 * LLaVA (Liu et al., 2023) and TinyLLaVA (Zhou et al., 2024): states of a vision tower through two linear maps with a GELU between, in the place of image
 * tokens of a decoder.
 */
final class Llava implements Family {
    /** The only one that TinyLLaVA's checkpoints have here: two linear maps with a GELU between, as LLaVA's. */
    private static final String CONNECTOR = "mlp2x_gelu";

    @Override
    public List<String> names() {
        return List.of("llava", "tinyllava");
    }

    @Override
    public List<KeyNames.Rename> renames() {
        return List.of(
                new KeyNames.Rename("vision_tower.vision_model.", "vision_tower."),
                new KeyNames.Rename("language_model.model.", "model.language_model."),
                new KeyNames.Rename("language_model.lm_head.", "lm_head."),
                new KeyNames.Rename("vision_tower.", "model.vision_tower."),
                new KeyNames.Rename("multi_modal_projector.", "model.multi_modal_projector."),
                new KeyNames.Rename("vision_tower.", "vision_tower._vision_tower."),
                new KeyNames.Rename("multi_modal_projector.linear_1.", "connector._connector.0."),
                new KeyNames.Rename("multi_modal_projector.linear_2.", "connector._connector.2."));
    }

    @Override
    public Model build(ModelParts parts, Weights weights, Configuration configuration) {
        Configuration vision = configuration.section("vision_config");
        VisionFamily family = Families.vision(vision.modelType());
        Weights tower = weights.at("vision_tower").at("vision_model");
        VisionTower eyes = family.tower(tower, vision);
        // Part of the checkpoint, though only the layers before it are looked at.
        family.head(tower, vision);
        String connection = configuration.string("connector_type", CONNECTOR);
        if (!connection.equals(CONNECTOR)) {
            throw new NeuralException("unsupported_model", "unknown connector " + connection);
        }
        Weights projector = weights.at("multi_modal_projector");
        FeedForward connector = new FeedForward.Plain(
                weights.ops(),
                projector.linear("linear_1"),
                projector.linear("linear_2"),
                Activation.named(configuration.string("projector_hidden_act", "gelu")));
        Configuration text = text(configuration);
        Decoder decoder = Families.decoder(text.modelType()).decoder(weights.at("language_model"), text);
        return new CausalModel(
                parts,
                decoder,
                List.of(new Images(
                        weights.ops(),
                        eyes,
                        connector,
                        new ImageTokens(imageToken(configuration), perImage(eyes, configuration)),
                        featureLayer(configuration),
                        dropsFirst(configuration))));
    }

    /** Whether the head is tied is said outside. */
    private static Configuration text(Configuration configuration) {
        Configuration text = configuration.section("text_config");
        if (text.has("tie_word_embeddings") || !configuration.has("tie_word_embeddings")) {
            return text;
        }
        ObjectNode tied = text.json();
        tied.put("tie_word_embeddings", configuration.flag("tie_word_embeddings", false));
        return text.with(tied);
    }

    static long imageToken(Configuration configuration) {
        return configuration.integer("image_token_index").orElseGet(() -> configuration
                .integer("image_token_id")
                .orElseThrow(() -> configuration.bad("the key image_token_index is missing")));
    }

    private static int perImage(VisionTower tower, Configuration configuration) {
        return Math.toIntExact(tower.places().getShape().get(0)) - (dropsFirst(configuration) ? 1 : 0);
    }

    private static int featureLayer(Configuration configuration) {
        return Math.toIntExact(configuration.integer("vision_feature_layer").orElse(-2));
    }

    private static boolean dropsFirst(Configuration configuration) {
        String strategy = configuration.string("vision_feature_select_strategy", "default");
        return switch (strategy) {
            case "default", "patch" -> true;
            case "full", "cls_patch" -> false;
            default -> throw configuration.bad("unknown vision_feature_select_strategy " + strategy);
        };
    }

    /**
     * @param layer of the tower's states, counted from the end if negative
     * @param dropFirst leaves out the first state, the tower's own token
     */
    record Images(
            Operations ops, VisionTower tower, FeedForward connector, ImageTokens images, int layer, boolean dropFirst)
            implements MediaEncoder {
        @Override
        public Prompt place(CausalInput input, Prompt prompt) {
            NDArray pixels = input.media().get("pixel_values");
            if (pixels == null) {
                return prompt;
            }
            NDArray features = features(pixels);
            NDArray where = input.ids().eq(images.token());
            requireRows(where, features);
            return new Prompt(ops.replace(prompt.embeddings(), where, features), prompt.mask());
        }

        @Override
        public Optional<ImageTokens> tokens() {
            return Optional.of(images);
        }

        /** [images, tokens, width]. */
        private NDArray features(NDArray images) {
            NDManager owner = images.getManager();
            try (NDManager scope = owner.newSubManager()) {
                NDArray own = ops.alias(images);
                own.attach(scope);
                List<NDArray> states = tower.states(own);
                NDArray state = states.get(layer < 0 ? states.size() + layer : layer);
                NDArray kept = dropFirst ? ops.slice(state, 1, 1, Long.MAX_VALUE) : state;
                NDArray features = connector.apply(kept);
                features.attach(owner);
                return features;
            }
        }

        private static void requireRows(NDArray where, NDArray features) {
            long wanted = where.countNonzero().getLong();
            long given = features.getShape().get(0) * features.getShape().get(1);
            if (wanted != given) {
                throw new NeuralException("bad_input", given + " patches of images for " + wanted + " image tokens");
            }
        }
    }
}
