package dev.cadwright.neural.completion;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.EncoderDecoderModel;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.VisionModel;

/** What stands in a model's prompts beside text. */
enum ModelKind {
    /** Nothing. */
    TEXT,
    /** CAD-Recode: points, then a token that begins. */
    CLOUD,
    /** LLaVA: as many tokens for each picture. */
    PICTURES,
    /** Qwen2-VL: as many tokens for a picture as its size asks for. */
    PATCHES,
    /** cadrille: the same for one-frame videos; or points before a conversation. */
    CLOUD_OR_PATCHES;

    private static final String POINTS = "point_encoder.projection";

    static ModelKind of(Model model) {
        return switch (model) {
            case EncoderDecoderModel _ -> TEXT;
            case VisionModel _ -> throw new NeuralException("unsupported_model", "this model sees; it does not write");
            case CausalModel causal -> of(causal);
        };
    }

    private static ModelKind of(CausalModel model) {
        boolean points = model.modules().linears().containsKey(POINTS);
        if (model.configuration().modelType().equals("qwen2_vl")) {
            return points ? CLOUD_OR_PATCHES : PATCHES;
        }
        if (points) {
            return CLOUD;
        }
        return model.imageTokens().isPresent() ? PICTURES : TEXT;
    }

    boolean points() {
        return this == CLOUD || this == CLOUD_OR_PATCHES;
    }

    boolean sees() {
        return this == PICTURES || this == PATCHES || this == CLOUD_OR_PATCHES;
    }
}
