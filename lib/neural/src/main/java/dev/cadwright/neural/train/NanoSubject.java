package dev.cadwright.neural.train;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.nano.NanoConfiguration;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.tensor.Precision;
import java.util.List;
import java.util.Optional;

/** A model of the built-in family, on shapes. */
record NanoSubject(NDManager manager, TrainingConfiguration configuration, Task.Nano task)
        implements Subject<ShapeBatch> {
    private NanoConfiguration model() {
        return task.baseModel().map(NanoFolder::configuration).orElse(task.model());
    }

    @Override
    public Trainee<ShapeBatch> trainee(Precision precision, Optional<CheckpointStore.Saved> checkpoint) {
        return new NanoTrainee(manager, configuration, task, precision, checkpoint);
    }

    @Override
    public BatchSource<ShapeBatch> training() {
        return new ShapeBatches(
                Sources.open(task.training(), model().points()),
                task.augmentation(),
                configuration.course().batchSize(),
                model().maxTokens(),
                configuration.seed());
    }

    @Override
    public List<ShapeBatch> validation() {
        return task.validation()
                .map(data -> ShapeValidation.batches(
                        Sources.open(data, model().points()), task.validationSamples(), model().maxTokens()))
                .orElse(List.of());
    }
}
