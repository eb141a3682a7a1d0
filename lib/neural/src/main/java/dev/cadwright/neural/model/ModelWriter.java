package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.checkpoint.CheckpointWriter;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Writes a model back as the kind of folder it was read from: its configuration, its weights under the names the read
 * checkpoint had, and the files of the tokenizer beside them, unchanged.
 */
public final class ModelWriter {
    private ModelWriter() {}

    /**
     * The folder appears whole or not at all.
     *
     * @throws NeuralException {@code folder_exists} if there is something already
     */
    public static void save(Model model, Path folder, SaveOptions options) {
        save(model, folder, options, JsonNodeFactory.instance.objectNode());
    }

    /** The same with other values for some keys of the configuration. */
    public static void save(Model model, Path folder, SaveOptions options, ObjectNode configuration) {
        try (Checkpoint read = Checkpoint.open(model.folder())) {
            SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();
            SequencedMap<String, PlannedTensor> planned = new LinkedHashMap<>();
            model.modules().parameters().forEach((name, array) -> {
                String stored = model.modules().storedName(name);
                arrays.put(stored, array);
                planned.put(
                        stored,
                        new PlannedTensor(
                                stored,
                                type(read, stored, array, options),
                                array.getShape().getShape()));
            });
            CheckpointWriter.write(
                    folder,
                    configuration(model, options).with(configuration),
                    model.folder(),
                    planned.sequencedValues(),
                    options.shardBytes(),
                    (tensor, sink) -> {
                        ScalarType wanted = ScalarType.of(tensor.type());
                        NDArray array = arrays.get(tensor.name());
                        try (NDArray cast = model.ops().cast(array, wanted);
                                NDArray whole = model.ops().contiguous(cast)) {
                            sink.accept(ForeignTensors.memory(whole));
                        }
                    });
        }
    }

    private static ElementType type(Checkpoint read, String stored, NDArray array, SaveOptions options) {
        ScalarType own = ForeignTensors.type(array);
        // Scales of a quantised weight are named by it and keep their precision.
        if (!own.floating() || stored.contains(".weight.") || stored.endsWith(".SCB")) {
            return own.stored();
        }
        return options.type()
                .map(ScalarType::stored)
                .orElseGet(() -> read.has(stored) ? read.entry(stored).type() : own.stored());
    }

    private static Configuration configuration(Model model, SaveOptions options) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        options.type().ifPresent(type -> {
            String name = Map.of(ScalarType.F32, "float32", ScalarType.BF16, "bfloat16", ScalarType.F16, "float16")
                    .get(type);
            changes.put(model.configuration().has("torch_dtype") ? "torch_dtype" : "dtype", name);
        });
        return model.configuration().with(changes);
    }
}
