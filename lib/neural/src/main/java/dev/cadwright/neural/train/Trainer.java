package dev.cadwright.neural.train;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.tensor.Precision;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One training run in a folder: continues from the folder's last complete checkpoint, or starts afresh. With a fixed
 * number of steps or epochs the weights depend on the configuration and the machine's arithmetic alone, however often
 * the run is interrupted; with {@code max_minutes} the number of steps follows the measured speed.
 */
public final class Trainer {
    /** Folder of checkpoints in a run. */
    public static final String CHECKPOINTS = "checkpoints";
    /** Folder of the finished model in a run. */
    public static final String MODEL = "model";
    /** Folder of the finished adapter in a run that trained one. */
    public static final String ADAPTER = "adapter";

    private final TrainingConfiguration configuration;
    private final Path run;
    private final TrainingControl control;
    private final Consumer<TrainingEvent> events;
    private final CheckpointStore checkpoints;
    private final Precision precision;

    public Trainer(
            TrainingConfiguration configuration,
            Precision precision,
            Path run,
            TrainingControl control,
            Consumer<TrainingEvent> events) {
        this.configuration = configuration;
        this.precision = precision;
        this.run = run;
        this.control = control;
        this.events = events;
        this.checkpoints = new CheckpointStore(run.resolve(CHECKPOINTS), configuration.saveTotalLimit());
    }

    /** Trains to the end, or until the control says stop. Runs on the calling thread, which must be a platform thread. */
    public TrainingEvent.Finished run(NDManager manager) throws InterruptedException {
        try (RunLock _ = RunLock.take(run)) {
            return train(manager);
        }
    }

    private TrainingEvent.Finished train(NDManager manager) throws InterruptedException {
        int points = configuration
                .baseModel()
                .map(folder -> NanoFolder.configuration(folder).points())
                .orElse(configuration.model().points());
        SampleSource source = Sources.open(configuration.training(), points);
        Optional<CheckpointStore.Saved> last = checkpoints.latest();
        RunState state =
                last.map(this::stateOf).orElseGet(() -> RunState.fresh(configuration, precision, source.size()));
        Precision arithmetic = Precision.valueOf(state.precision());
        try (Trainee trainee = last.map(
                        saved -> Trainee.resumed(manager, configuration, arithmetic, saved.path(), state.step()))
                .orElseGet(() -> Trainee.fresh(manager, configuration, arithmetic))) {
            events.accept(new TrainingEvent.Started(
                    run.toString(),
                    trainee.parameterCount(),
                    trainee.trainableCount(),
                    state.schedule().steps(),
                    state.step(),
                    arithmetic.name().toLowerCase(Locale.ROOT)));
            return new TrainingLoop(this, trainee, source, state, last).run();
        }
    }

    TrainingConfiguration configuration() {
        return configuration;
    }

    Path run() {
        return run;
    }

    TrainingControl control() {
        return control;
    }

    Consumer<TrainingEvent> events() {
        return events;
    }

    CheckpointStore checkpoints() {
        return checkpoints;
    }

    private RunState stateOf(CheckpointStore.Saved saved) {
        RunState state = RunState.read(saved.path());
        if (state.seed() != configuration.seed()) {
            throw new NeuralException(
                    "run_differs",
                    run + " holds a run of seed " + state.seed() + ", not " + configuration.seed()
                            + ": name another folder, or the same seed");
        }
        return state;
    }
}
