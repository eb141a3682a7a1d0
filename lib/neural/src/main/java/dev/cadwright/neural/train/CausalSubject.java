package dev.cadwright.neural.train;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.tensor.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Hugging Face model, on batches, texts or shapes. */
record CausalSubject(NDManager manager, TrainingConfiguration configuration, Task.Causal task)
        implements Subject<TokenBatch> {
    @Override
    public Trainee<TokenBatch> trainee(Precision precision, Optional<CheckpointStore.Saved> checkpoint) {
        return new CausalTrainee(manager, configuration, task, precision, checkpoint);
    }

    @Override
    public BatchSource<TokenBatch> training() {
        return ready(task.training());
    }

    @Override
    public List<TokenBatch> validation() {
        return task.validation().map(path -> ready(path).all()).orElse(List.of());
    }

    private ReadyBatches ready(Path path) {
        return ReadyBatches.open(path, configuration.course().batchSize());
    }
}
