package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.adapter.Adapter;
import dev.cadwright.neural.adapter.MergedModel;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.ModelWriter;
import dev.cadwright.neural.model.SaveOptions;
import dev.cadwright.neural.parallel.Collective;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.Precision;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A Hugging Face model, or an adapter of one. */
final class CausalTrainee implements Trainee<TokenBatch> {
    /** Folder of a merged model, in a checkpoint and in a run. */
    static final String MERGED = "merged";

    private final NDManager manager;
    private final Task.Causal task;
    private final ScalarType exported;
    private final AdaptedModel adapted;
    private final Optimizer optimizer;

    CausalTrainee(
            NDManager parent,
            TrainingConfiguration configuration,
            Task.Causal task,
            Precision precision,
            Optional<CheckpointStore.Saved> saved) {
        this.manager = parent.newSubManager();
        this.task = task;
        this.exported = ScalarType.of(configuration.course().exported());
        Optional<Path> checkpoint = saved.map(CheckpointStore.Saved::path);
        this.adapted = AdaptedModel.open(manager, task, precision, checkpoint, configuration.seed());
        this.optimizer = new Optimizer(
                manager,
                parameters(configuration.course()),
                configuration.course(),
                precision,
                saved.map(CheckpointStore.Saved::step).orElse(0L));
        optimizer.beginGradients();
        checkpoint.ifPresent(folder -> OptimizerFile.read(folder, optimizer));
    }

    CausalModel model() {
        return adapted.model();
    }

    private List<Optimizer.Parameter> parameters(Course course) {
        boolean muon = course.optimizer() == Course.OptimizerKind.MUON;
        Set<String> linears = model().modules().linears().keySet();
        SequencedMap<String, NDArray> trainable = adapted.trainable();
        List<Optimizer.Parameter> parameters = new ArrayList<>();
        trainable.forEach((name, array) -> parameters.add(new Optimizer.Parameter(
                name,
                array,
                decays(name) ? course.weightDecay() : 0,
                muon && adapted.adapter().isEmpty() && inside(name, linears))));
        return parameters;
    }

    /** Biases, and what is called a norm, do not decay. */
    static boolean decays(String name) {
        return !name.endsWith(".bias") && !name.contains("norm");
    }

    /** Whether it is the matrix of a layer of the stack. */
    private static boolean inside(String name, Set<String> linears) {
        return name.endsWith(".weight")
                && !name.contains("lm_head")
                && linears.contains(name.substring(0, name.length() - ".weight".length()));
    }

    @Override
    public long parameterCount() {
        return adapted.parameterCount();
    }

    @Override
    public long trainableCount() {
        return optimizer.parameters().stream()
                .mapToLong(p -> p.array().getShape().size())
                .sum();
    }

    @Override
    public double accumulate(TokenBatch batch, double denominator) {
        TorchRuntime.recordGradients(true);
        try (NDManager scope = manager.newSubManager()) {
            if (task.gradientCheckpointing()) {
                return model().backwardRecomputing(batch.input(scope), batch.labels(scope), 1 / denominator);
            }
            NDArray sum = model().loss(batch.input(scope), batch.labels(scope), false);
            NDArray loss = ops().scale(sum, 1 / denominator);
            JniUtils.backward((PtNDArray) loss, (PtNDArray) scope.ones(new Shape()), false, false);
            return loss.getFloat();
        } finally {
            TorchRuntime.recordGradients(false);
        }
    }

    private Operations ops() {
        return model().ops();
    }

    @Override
    public double update(double rate, Collective team) {
        return optimizer.step(rate, team);
    }

    @Override
    public double[] evaluate(TokenBatch batch) {
        TorchRuntime.recordGradients(false);
        adapted.adapter().ifPresent(adapter -> adapter.training(false));
        try (NDManager scope = manager.newSubManager()) {
            CausalInput input = batch.input(scope).with(CausalInput.LogitsOf.ALL);
            NDArray logits = ops().cast(model().forward(input).logits().orElseThrow(), ScalarType.F32);
            NDArray labels = ops().shift(batch.labels(scope));
            double loss = ops().crossEntropy(logits, labels, false).getFloat();
            return new double[] {
                loss, logits.argMax(-1).eq(labels).countNonzero().getLong()
            };
        } finally {
            adapted.adapter().ifPresent(adapter -> adapter.training(true));
        }
    }

    @Override
    public void save(Path folder) {
        Optional<Adapter> adapter = adapted.adapter();
        if (adapter.isPresent()) {
            adapter.get().save(folder);
            if (task.mergeCheckpoints()) {
                merge(folder.resolve(MERGED));
            }
        } else {
            ModelWriter.save(model(), folder, SaveOptions.AS_READ.in(ScalarType.F32));
        }
        OptimizerFile.write(folder, optimizer);
    }

    @Override
    public Path export(Path run) {
        Optional<Adapter> adapter = adapted.adapter();
        if (adapter.isEmpty()) {
            return Folders.replace(
                    run.resolve(Trainer.MODEL),
                    folder -> ModelWriter.save(model(), folder, SaveOptions.AS_READ.in(exported)));
        }
        if (task.mergeFinal()) {
            Folders.replace(run.resolve(MERGED), this::merge);
        }
        return Folders.replace(run.resolve(Trainer.ADAPTER), adapter.get()::save);
    }

    private void merge(Path folder) {
        TorchRuntime.recordGradients(false);
        MergedModel.save(model(), folder, _ -> {});
    }

    @Override
    public void close() {
        optimizer.close();
        adapted.close();
        manager.close();
    }
}
