package dev.cadwright.neural.train;

import dev.cadwright.neural.tensorboard.EventFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what a training reports to an event file for TensorBoard, under the tags that transformers gives it. */
final class EventLog implements Consumer<TrainingEvent>, AutoCloseable {
    /** Folder of the event files in a run. */
    static final String FOLDER = "logs";

    private final Path folder;
    private final Clock clock;
    private Optional<EventFile> file = Optional.empty();

    EventLog(Path run, Clock clock) {
        this.folder = run.resolve(FOLDER);
        this.clock = clock;
    }

    @Override
    public void accept(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Step step -> write(step.step(), values(step));
            case TrainingEvent.Evaluated evaluated ->
                write(evaluated.step(), Map.of("eval/loss", evaluated.loss(), "eval/accuracy", evaluated.accuracy()));
            case TrainingEvent.Started _,
                    TrainingEvent.Prepared _,
                    TrainingEvent.Checkpointed _,
                    TrainingEvent.Finished _,
                    TrainingEvent.Failed _ -> {}
        }
    }

    private static Map<String, Double> values(TrainingEvent.Step step) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("train/loss", step.loss());
        values.put("train/grad_norm", step.grad_norm());
        values.put("train/learning_rate", step.lr());
        values.put("train/epoch", step.epoch());
        values.put("train/tokens_per_second", step.tokens_per_second());
        values.put("train/resident_bytes", (double) step.resident_bytes());
        return values;
    }

    private void write(long step, Map<String, Double> values) {
        if (file.isEmpty()) {
            file = Optional.of(EventFile.begin(folder, clock));
        }
        file.get().scalars(step, values);
    }

    @Override
    public void close() {
        file.ifPresent(EventFile::close);
    }
}
