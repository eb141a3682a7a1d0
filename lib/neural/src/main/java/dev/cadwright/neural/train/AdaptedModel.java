package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.adapter.Adapter;
import dev.cadwright.neural.adapter.Adapters;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.DenseLinear;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.ModelLoader;
import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.quantize.QuantizedModels;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A model whose weights change, or one that stays as it is below an adapter that does. */
record AdaptedModel(CausalModel model, Optional<Adapters> adapters, Optional<Adapter> adapter)
        implements AutoCloseable {
    private static final String NAME = "trained";

    /** Parts that see and are kept as they are, where all else is trained. */
    private static final List<String> TOWERS = List.of("vision_tower.", "visual.", "model.vision_tower.");

    /** @param checkpoint what to go on from */
    static AdaptedModel open(
            NDManager manager, Task.Causal task, Precision precision, Optional<Path> checkpoint, long seed) {
        // What is only computed with would otherwise be remembered for a gradient.
        TorchRuntime.recordGradients(false);
        return switch (task.tuning()) {
            case Task.Tuning.Full() -> full(manager, checkpoint.orElse(task.baseModel()), precision);
            case Task.Tuning.NewAdapter fresh ->
                adapted(base(manager, task, precision), adapters -> checkpoint
                        .map(folder -> adapters.load(
                                NAME,
                                folder,
                                c -> c.withDropout(fresh.configuration().dropout())))
                        .orElseGet(() -> adapters.create(NAME, fresh.configuration(), seed)));
            case Task.Tuning.GivenAdapter given ->
                adapted(
                        base(manager, task, precision),
                        adapters -> adapters.load(
                                NAME,
                                checkpoint.orElse(given.folder()),
                                c -> c.withDropout(given.dropout().orElse(c.dropout()))));
        };
    }

    /** Weights in single precision, whatever the products are in. */
    private static AdaptedModel full(NDManager manager, Path folder, Precision precision) {
        if (Configuration.ofFolder(folder).has("quantization_config")) {
            throw new NeuralException(
                    "bad_configuration",
                    folder + " is quantised: its weights cannot be trained, only an adapter of them (a section lora)");
        }
        CausalModel model = ModelLoader.loadCausal(manager, folder, LoadOptions.SINGLE_PRECISION.forTraining());
        if (precision == Precision.BF16) {
            List.copyOf(model.modules().linears().keySet()).forEach(name -> model.modules()
                    .replace(name, l -> l instanceof DenseLinear dense ? new MixedLinear(model.ops(), dense) : l));
        }
        return new AdaptedModel(model, Optional.empty(), Optional.empty());
    }

    private static CausalModel base(NDManager manager, Task.Causal task, Precision precision) {
        ScalarType type = precision == Precision.BF16 ? ScalarType.BF16 : ScalarType.F32;
        LoadOptions options = LoadOptions.SINGLE_PRECISION.in(type);
        Path folder = task.baseModel();
        boolean quantised = Configuration.ofFolder(folder).has("quantization_config");
        Model model = task.fourBit() && !quantised
                ? QuantizedModels.load(manager, folder, options, Quantization.NF4_DOUBLE, _ -> {})
                : QuantizedModels.load(manager, folder, options);
        if (model instanceof CausalModel causal) {
            return causal;
        }
        model.close();
        throw new NeuralException("unsupported_model", folder + " holds no model that writes tokens one by one");
    }

    private interface Opening {
        Adapter of(Adapters adapters);
    }

    private static AdaptedModel adapted(CausalModel model, Opening opening) {
        Adapters adapters = Adapters.on(model);
        try {
            Adapter adapter = opening.of(adapters);
            adapter.training(true);
            return new AdaptedModel(model, Optional.of(adapters), Optional.of(adapter));
        } catch (RuntimeException e) {
            adapters.close();
            model.close();
            throw e;
        }
    }

    /** What changes, by the names of the model or of PEFT. */
    SequencedMap<String, NDArray> trainable() {
        if (adapter.isPresent()) {
            return adapter.get().trainable();
        }
        SequencedMap<String, NDArray> trainable =
                new LinkedHashMap<>(model.modules().parameters());
        trainable.keySet().removeIf(name -> TOWERS.stream().anyMatch(name::startsWith));
        return trainable;
    }

    /** Of the model, without the adapter; bytes of quantised weights hold two. */
    long parameterCount() {
        SequencedMap<String, NDArray> parameters =
                new LinkedHashMap<>(model.modules().parameters());
        long linear = 0;
        for (var layer : model.modules().linears().values()) {
            if (parameters.remove(layer.name() + ".weight") != null) {
                linear += layer.inputs() * layer.outputs();
            }
            parameters.keySet().removeIf(name -> name.startsWith(layer.name() + ".weight."));
        }
        return linear
                + parameters.values().stream()
                        .mapToLong(array -> array.getShape().size())
                        .sum();
    }

    @Override
    public void close() {
        adapters.ifPresent(Adapters::close);
        model.close();
    }
}
