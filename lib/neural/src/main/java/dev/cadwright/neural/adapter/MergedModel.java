package dev.cadwright.neural.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.checkpoint.CheckpointWriter;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.NamedLinear;
import dev.cadwright.neural.model.TransposedLinear;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes a model with its active adapters merged into its weights: a folder like the base model's, without quantised
 * weights. Tensor by tensor, so that no second model is in memory.
 */
public final class MergedModel {
    private static final long SHARD_BYTES = 5_000_000_000L;

    private final Model model;
    private final Checkpoint read;
    private final SequencedMap<String, PlannedTensor> planned = new LinkedHashMap<>();
    private final SequencedMap<String, Function<NDManager, NDArray>> sources = new LinkedHashMap<>();
    private boolean untied;

    private MergedModel(Model model, Checkpoint read) {
        this.model = model;
        this.read = read;
    }

    /**
     * The folder appears whole or not at all.
     *
     * @param done called with the name of each tensor that is written
     * @throws NeuralException {@code folder_exists} if there is something already
     */
    public static void save(Model model, Path folder, Consumer<String> done) {
        try (Checkpoint read = Checkpoint.open(model.folder())) {
            new MergedModel(model, read).write(folder, done);
        }
    }

    private void write(Path folder, Consumer<String> done) {
        SequencedMap<String, NDArray> parameters = model.modules().parameters();
        model.modules().linears().values().forEach(linear -> plan(linear, parameters));
        parameters.forEach((name, array) -> {
            int dot = name.lastIndexOf('.');
            if (linearOf(name) == null) {
                plan(name, array.getShape().getShape(), scope -> aliased(array, scope));
            } else if (name.substring(dot + 1).equals("bias")) {
                planBias(name, array);
            }
        });
        CheckpointWriter.write(
                folder, configuration(), model.folder(), planned.sequencedValues(), SHARD_BYTES, (tensor, sink) -> {
                    try (NDManager scope = model.manager().newSubManager()) {
                        NDArray array = sources.get(tensor.name()).apply(scope);
                        NDArray typed = model.ops().cast(array, ScalarType.of(tensor.type()));
                        sink.accept(ForeignTensors.memory(model.ops().contiguous(typed)));
                    }
                    done.accept(tensor.name());
                });
    }

    private NamedLinear linearOf(String parameter) {
        for (int dot = parameter.lastIndexOf('.'); dot > 0; dot = parameter.lastIndexOf('.', dot - 1)) {
            NamedLinear linear = model.modules().linears().get(parameter.substring(0, dot));
            if (linear != null) {
                return linear;
            }
        }
        return null;
    }

    private void plan(NamedLinear linear, SequencedMap<String, NDArray> parameters) {
        String name = linear.name() + ".weight";
        boolean tied = !parameters.containsKey(name);
        Linear inner = linear.linear();
        if (tied && !(inner instanceof AdaptedLinear adapted && adapted.adapted())) {
            return;
        }
        // A head that was the embedding and has been adapted is one of its own from now on.
        untied |= tied;
        boolean transposed =
                (inner instanceof AdaptedLinear adapted ? adapted.base() : inner) instanceof TransposedLinear;
        long[] shape = transposed
                ? new long[] {linear.inputs(), linear.outputs()}
                : new long[] {linear.outputs(), linear.inputs()};
        plan(name, shape, scope -> {
            NDArray weight = linear.weight(scope);
            return transposed ? weight.transpose() : weight;
        });
    }

    private void planBias(String name, NDArray array) {
        NamedLinear linear = linearOf(name);
        plan(name, array.getShape().getShape(), scope -> {
            NDArray whole = linear.linear() instanceof AdaptedLinear adapted ? adapted.bias() : array;
            return aliased(whole, scope);
        });
    }

    private void plan(String name, long[] shape, Function<NDManager, NDArray> source) {
        String stored = model.modules().storedName(name);
        planned.put(stored, new PlannedTensor(stored, type(stored), shape));
        sources.put(stored, source);
    }

    /** As it was stored; what was quantised, and what is new, in the type that the configuration names. */
    private ElementType type(String stored) {
        if (read.has(stored) && ScalarType.of(read.entry(stored).type()).floating()) {
            return read.entry(stored).type();
        }
        return switch (model.configuration().storedType().orElse("float32")) {
            case "bfloat16" -> ElementType.BF16;
            case "float16" -> ElementType.F16;
            default -> ElementType.F32;
        };
    }

    private NDArray aliased(NDArray array, NDManager scope) {
        NDArray alias = model.ops().alias(array);
        alias.attach(scope);
        return alias;
    }

    private Configuration configuration() {
        ObjectNode json = model.configuration().json();
        json.remove("quantization_config");
        if (untied) {
            json.put("tie_word_embeddings", false);
        }
        return Configuration.of(json);
    }
}
