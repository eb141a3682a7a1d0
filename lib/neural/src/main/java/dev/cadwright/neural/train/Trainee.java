package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.LoraAdapter;
import dev.cadwright.neural.nano.NanoAdapter;
import dev.cadwright.neural.nano.NanoBatch;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.nano.NanoModel;
import dev.cadwright.neural.nano.NanoParameter;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.SafetensorsWriter;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tensors of a training: the model, an adapter where only that is trained, and the optimiser's moments. */
final class Trainee implements AutoCloseable {
    static final String OPTIMIZER = "optimizer.safetensors";

    private final NDManager manager;
    private final NanoModel model;
    private final Optional<LoraAdapter> adapter;
    private final NanoAdapter active;
    private final NanoAdapter still;
    private final Optimizer optimizer;
    private final List<String> names;
    private final List<NDArray> trainable;
    private final Precision precision;
    private final String baseModel;

    private Trainee(
            NDManager parent,
            TrainingConfiguration configuration,
            Precision precision,
            Optional<Path> checkpoint,
            long step) {
        this.manager = parent.newSubManager();
        this.precision = precision;
        this.baseModel = configuration.baseModel().map(Path::toString).orElse("");
        Optional<TrainingConfiguration.Lora> lora = configuration.lora();
        Optional<Path> weights = lora.isEmpty() && checkpoint.isPresent() ? checkpoint : configuration.baseModel();
        this.model = weights.map(folder -> NanoFolder.load(manager, folder))
                .orElseGet(() -> NanoModel.initialise(manager, configuration.model(), configuration.seed()));
        this.adapter = lora.map(l -> checkpoint
                .map(folder -> LoraAdapter.load(manager, model, folder))
                .orElseGet(() -> LoraAdapter.create(
                        manager, model, l.rank(), l.alpha(), l.targetModules(), configuration.seed())));
        this.active = adapter.map(a -> a.active(lora.orElseThrow().dropout())).orElse(NanoAdapter.NONE);
        this.still = adapter.map(a -> a.active(0)).orElse(NanoAdapter.NONE);
        this.trainable = adapter.map(LoraAdapter::trainable).orElse(model.weights());
        this.names = adapter.map(LoraAdapter::names)
                .orElse(model.parameters().stream().map(NanoParameter::name).toList());
        this.optimizer = new Optimizer(
                manager,
                model.ops(),
                trainable,
                orthogonal(configuration),
                configuration.weightDecay(),
                precision,
                step);
        checkpoint.ifPresent(folder -> restoreMoments(folder.resolve(OPTIMIZER)));
    }

    static Trainee fresh(NDManager parent, TrainingConfiguration configuration, Precision precision) {
        return new Trainee(parent, configuration, precision, Optional.empty(), 0);
    }

    static Trainee resumed(
            NDManager parent, TrainingConfiguration configuration, Precision precision, Path checkpoint, long step) {
        return new Trainee(parent, configuration, precision, Optional.of(checkpoint), step);
    }

    NanoModel model() {
        return model;
    }

    NDManager newManager() {
        return manager.newSubManager();
    }

    long parameterCount() {
        return model.parameters().stream().mapToLong(NanoParameter::size).sum();
    }

    long trainableCount() {
        return trainable.stream().mapToLong(NDArray::size).sum();
    }

    /** Adds a batch's gradients; returns its share of the loss: summed cross-entropy over {@code denominator}. */
    double accumulate(Batch batch, double denominator) {
        TorchRuntime.recordGradients(true);
        try (NDManager scope = manager.newSubManager();
                NanoBatch tensors = batch.on(scope)) {
            NDArray loss = model.loss(scope, tensors, active, precision, denominator);
            JniUtils.backward((PtNDArray) loss, (PtNDArray) scope.ones(new Shape()), false, false);
            return loss.getFloat();
        } finally {
            TorchRuntime.recordGradients(false);
        }
    }

    /** Updates the weights and clears the gradients; returns the gradients' norm before clipping. */
    double update(double rate, double maxNorm) {
        return optimizer.step(rate, maxNorm);
    }

    /** Summed cross-entropy and correct labels of a batch. */
    double[] evaluate(Batch batch) {
        TorchRuntime.recordGradients(false);
        try (NDManager scope = manager.newSubManager();
                NanoBatch tensors = batch.on(scope)) {
            return model.evaluate(scope, tensors, still);
        }
    }

    /** Everything needed to go on from here; also a usable model folder, or a usable adapter folder. */
    Map<String, byte[]> checkpointFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>(adapter.map(a -> a.files(baseModel))
                .orElseGet(() -> NanoFolder.files(model.configuration(), model.weights(), ElementType.F32)));
        SafetensorsWriter writer = new SafetensorsWriter();
        for (int i = 0; i < names.size(); i++) {
            moment(writer, "exp_avg." + names.get(i), optimizer.firstMoments().get(i));
            moment(
                    writer,
                    "exp_avg_sq." + names.get(i),
                    optimizer.secondMoments().get(i));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(bytes);
        files.put(OPTIMIZER, bytes.toByteArray());
        return files;
    }

    /** A model folder of the present weights, an adapter merged in. */
    Map<String, byte[]> modelFiles(ElementType type) {
        TorchRuntime.recordGradients(false);
        try (NDManager scope = manager.newSubManager()) {
            List<NDArray> weights = adapter.map(a -> a.merged(scope)).orElse(model.weights());
            return NanoFolder.files(model.configuration(), weights, type);
        }
    }

    Optional<Map<String, byte[]>> adapterFiles() {
        return adapter.map(a -> a.files(baseModel));
    }

    private List<Boolean> orthogonal(TrainingConfiguration configuration) {
        boolean muon = configuration.optimizer() == TrainingConfiguration.OptimizerKind.MUON;
        return names.stream().map(name -> muon && NanoParameter.hidden(name)).toList();
    }

    private static void moment(SafetensorsWriter writer, String name, NDArray array) {
        writer.floats(name, ElementType.F32, array.getShape().getShape(), array.toFloatArray());
    }

    private void restoreMoments(Path path) {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            for (int i = 0; i < names.size(); i++) {
                restore(optimizer.firstMoments().get(i), file.floats("exp_avg." + names.get(i)));
                restore(optimizer.secondMoments().get(i), file.floats("exp_avg_sq." + names.get(i)));
            }
        }
    }

    private static void restore(NDArray array, float[] values) {
        if (array.size() != values.length) {
            throw new NeuralException("bad_checkpoint", "an optimiser moment has the wrong size");
        }
        array.set(values);
    }

    @Override
    public void close() {
        model.close();
        manager.close();
    }
}
