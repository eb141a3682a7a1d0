package dev.cadwright.neural.train;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.corpus.Lesson;
import dev.cadwright.neural.tensor.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Hugging Face model, on ready batches or texts. */
final class CausalSubject implements Subject<TokenBatch> {
    private final NDManager manager;
    private final TrainingConfiguration configuration;
    private final Task.Causal task;
    private Optional<TrainingEvent.Prepared> prepared = Optional.empty();
    private CausalTrainee trainee;

    CausalSubject(NDManager manager, TrainingConfiguration configuration, Task.Causal task) {
        this.manager = manager;
        this.configuration = configuration;
        this.task = task;
    }

    @Override
    public Trainee<TokenBatch> trainee(Precision precision, Optional<CheckpointStore.Saved> checkpoint) {
        trainee = new CausalTrainee(manager, configuration, task, precision, checkpoint);
        return trainee;
    }

    @Override
    public BatchSource<TokenBatch> training() {
        if (ready(task.training())) {
            return batches(task.training());
        }
        LessonData data = data();
        LessonData.Read read = data.read(task.training());
        LessonRows writer =
                data.rows(read, task.packing() == Task.Packing.PADDING_FREE, task.noise(), configuration.seed());
        LessonBatches batches = LessonBatches.of(
                read.lessons(), task.packing(), data.longest(), configuration.course(), configuration.seed(), writer);
        prepared = Optional.of(read.prepared(batches.samples()));
        return batches;
    }

    @Override
    public Optional<TrainingEvent.Prepared> prepared() {
        return prepared;
    }

    @Override
    public List<TokenBatch> validation() {
        return task.validation().map(this::validation).orElse(List.of());
    }

    private List<TokenBatch> validation(Path path) {
        if (ready(path)) {
            return batches(path).all();
        }
        LessonData data = data();
        LessonData.Read read = data.read(path);
        List<Lesson> lessons = read.lessons();
        LessonRows writer = data.rows(read, false, Task.PointNoise.NONE, configuration.seed());
        return LessonBatches.inOrder(
                lessons.subList(0, Math.min(lessons.size(), task.validationSamples())),
                configuration.course().batchSize(),
                writer);
    }

    private LessonData data() {
        return new LessonData(task, trainee.model());
    }

    private static boolean ready(Path path) {
        return String.valueOf(path.getFileName()).endsWith(".safetensors");
    }

    private ReadyBatches batches(Path path) {
        return ReadyBatches.open(path, configuration.course().batchSize(), Vocabulary.of(trainee.model()));
    }
}
