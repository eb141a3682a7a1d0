package dev.cadwright.neural.forward;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.TensorEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tensors that a model reads, from a file in which there may be others. */
record ForwardInputs(SafetensorsFile file, NDManager owner) {
    private static final Set<String> MEDIA = Set.of(
            "pixel_values",
            "image_grid_thw",
            "pixel_values_videos",
            "video_grid_thw",
            "point_cloud",
            "point_clouds",
            "is_pc",
            "is_img");

    CausalInput causal() {
        CausalInput input = CausalInput.of(required("input_ids")).withMedia(media());
        return find("attention_mask").map(input::withMask).orElse(input);
    }

    private Map<String, NDArray> media() {
        Map<String, NDArray> media = new LinkedHashMap<>();
        MEDIA.forEach(name -> find(name).ifPresent(array -> media.put(name, array)));
        return media;
    }

    NDArray required(String name) {
        return find(name).orElseThrow(() -> new NeuralException("bad_input", "the inputs hold no tensor " + name));
    }

    /** Whole numbers as 64 bits, others in single precision. */
    Optional<NDArray> find(String name) {
        if (!file.names().contains(name)) {
            return Optional.empty();
        }
        TensorEntry entry = file.entry(name);
        Shape shape = new Shape(entry.shape());
        return Optional.of(
                switch (entry.type()) {
                    case F16, BF16, F32, F64 -> owner.create(file.floats(name), shape);
                    case BOOL, U8, I8, I16, U16, I32, U32, I64, U64 -> owner.create(file.integers(name), shape);
                });
    }
}
