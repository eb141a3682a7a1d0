package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.nano.LoraAdapter;
import dev.cadwright.neural.nano.NanoAdapter;
import dev.cadwright.neural.nano.NanoBatch;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.nano.NanoModel;
import dev.cadwright.neural.nano.NanoParameter;
import dev.cadwright.neural.parallel.Collective;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model of the built-in family, or an adapter of one. */
final class NanoTrainee implements Trainee<ShapeBatch> {
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
    private final ElementType exported;

    NanoTrainee(
            NDManager parent,
            TrainingConfiguration configuration,
            Task.Nano task,
            Precision precision,
            Optional<CheckpointStore.Saved> saved) {
        Optional<Path> checkpoint = saved.map(CheckpointStore.Saved::path);
        this.manager = parent.newSubManager();
        this.precision = precision;
        this.exported = configuration.course().exported();
        this.baseModel = task.baseModel().map(Path::toString).orElse("");
        Optional<Task.Lora> lora = task.lora();
        Optional<Path> weights = lora.isEmpty() && checkpoint.isPresent() ? checkpoint : task.baseModel();
        this.model = weights.map(folder -> NanoFolder.load(manager, folder))
                .orElseGet(() -> NanoModel.initialise(manager, task.model(), configuration.seed()));
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
                parameters(configuration.course()),
                configuration.course(),
                precision,
                saved.map(CheckpointStore.Saved::step).orElse(0L));
        checkpoint.ifPresent(folder -> OptimizerFile.read(folder, optimizer));
    }

    /** Matrices decay. */
    private List<Optimizer.Parameter> parameters(Course course) {
        boolean muon = course.optimizer() == Course.OptimizerKind.MUON;
        List<Optimizer.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean matrix = trainable.get(i).getShape().dimension() > 1;
            parameters.add(new Optimizer.Parameter(
                    names.get(i),
                    trainable.get(i),
                    matrix ? course.weightDecay() : 0,
                    muon && NanoParameter.hidden(names.get(i))));
        }
        return parameters;
    }

    @Override
    public long parameterCount() {
        return model.parameters().stream().mapToLong(NanoParameter::size).sum();
    }

    @Override
    public long trainableCount() {
        return trainable.stream().mapToLong(NDArray::size).sum();
    }

    @Override
    public double accumulate(ShapeBatch batch, double denominator) {
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

    @Override
    public double update(double rate, Collective team) {
        return optimizer.step(rate, team);
    }

    @Override
    public double[] evaluate(ShapeBatch batch) {
        TorchRuntime.recordGradients(false);
        try (NDManager scope = manager.newSubManager();
                NanoBatch tensors = batch.on(scope)) {
            return model.evaluate(scope, tensors, still);
        }
    }

    @Override
    public void save(Path folder) {
        NanoFolder.write(
                folder,
                adapter.map(a -> a.files(baseModel))
                        .orElseGet(() -> NanoFolder.files(model.configuration(), model.weights(), ElementType.F32)));
        OptimizerFile.write(folder, optimizer);
    }

    @Override
    public Path export(Path run) {
        Path folder = run.resolve(Trainer.MODEL);
        NanoFolder.write(folder, modelFiles());
        adapter.ifPresent(a -> NanoFolder.write(run.resolve(Trainer.ADAPTER), a.files(baseModel)));
        return folder;
    }

    /** A model folder of the present weights, an adapter merged in. */
    private Map<String, byte[]> modelFiles() {
        TorchRuntime.recordGradients(false);
        try (NDManager scope = manager.newSubManager()) {
            List<NDArray> weights = adapter.map(a -> a.merged(scope)).orElse(model.weights());
            return NanoFolder.files(model.configuration(), weights, exported);
        }
    }

    @Override
    public void close() {
        optimizer.close();
        model.close();
        manager.close();
    }
}
