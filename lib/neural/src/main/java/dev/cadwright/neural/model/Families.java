package dev.cadwright.neural.model;

import dev.cadwright.neural.NeuralException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All families, by {@code model_type}. */
final class Families {
    private static final Map<String, Family> BY_NAME = new LinkedHashMap<>();

    static {
        for (Family family : List.of(
                new Llama(),
                new Mistral(),
                new Qwen2(),
                new Qwen3(),
                new Phi(),
                new Gemma(),
                new Gpt2(),
                new OpenElm(),
                new T5(),
                new ClipVision(),
                new SiglipVision(),
                new Llava(),
                new Qwen2Vl())) {
            family.names().forEach(name -> BY_NAME.put(name, family));
        }
    }

    private Families() {}

    /** @throws NeuralException {@code unsupported_model} for a type that none of them is */
    static Family named(String modelType) {
        Family family = BY_NAME.get(modelType);
        if (family == null) {
            throw new NeuralException(
                    "unsupported_model",
                    "models of the type " + modelType + " are not supported; these are: "
                            + String.join(", ", BY_NAME.keySet()));
        }
        return family;
    }

    /** The family of a decoder inside a larger model. */
    static DecoderFamily decoder(String modelType) {
        if (named(modelType) instanceof DecoderFamily decoder) {
            return decoder;
        }
        throw new NeuralException("unsupported_model", modelType + " is no decoder that can be part of another model");
    }

    /** The family of a vision tower inside a larger model. */
    static VisionFamily vision(String modelType) {
        if (named(modelType) instanceof VisionFamily vision) {
            return vision;
        }
        throw new NeuralException("unsupported_model", modelType + " is no vision tower");
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
