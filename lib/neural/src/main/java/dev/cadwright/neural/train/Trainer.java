package dev.cadwright.neural.train;

import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.parallel.Collective;
import dev.cadwright.neural.tensor.Precision;
import java.nio.file.Path;
import java.time.Clock;
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
    private final Consumer<TrainingEvent> told;
    private final CheckpointStore checkpoints;
    private final Precision precision;
    private final Collective team;
    private Consumer<TrainingEvent> events = _ -> {};

    /** A training of this process alone. */
    public Trainer(
            TrainingConfiguration configuration,
            Precision precision,
            Path run,
            TrainingControl control,
            Consumer<TrainingEvent> events) {
        this(configuration, precision, run, control, events, Collective.ALONE);
    }

    /** @param team the processes that share the training; the first one alone writes, and tells of it */
    Trainer(
            TrainingConfiguration configuration,
            Precision precision,
            Path run,
            TrainingControl control,
            Consumer<TrainingEvent> events,
            Collective team) {
        this.team = team;
        this.configuration = configuration;
        this.precision = precision;
        this.run = run;
        this.control = control;
        this.told = events;
        this.checkpoints = new CheckpointStore(
                run.resolve(CHECKPOINTS), configuration.course().saveTotalLimit());
    }

    /** Trains to the end, or until the control says stop. Runs on the calling thread, which must be a platform thread. */
    public TrainingEvent.Finished run(NDManager manager) throws InterruptedException {
        if (!team.isFirst()) {
            return train(manager);
        }
        try (RunLock _ = RunLock.take(run);
                EventLog log = new EventLog(run, Clock.systemUTC())) {
            events = told.andThen(log);
            return train(manager);
        }
    }

    private TrainingEvent.Finished train(NDManager manager) throws InterruptedException {
        return switch (configuration.task()) {
            case Task.Nano nano -> train(new NanoSubject(manager, configuration, nano));
            case Task.Causal causal -> train(new CausalSubject(manager, configuration, causal));
        };
    }

    private <B extends Batch> TrainingEvent.Finished train(Subject<B> subject) throws InterruptedException {
        Optional<CheckpointStore.Saved> last = checkpoints.latest();
        Optional<RunState> before = last.map(this::stateOf);
        Precision arithmetic =
                before.map(state -> Precision.valueOf(state.precision())).orElse(precision);
        TrainingLoop.Ending ending;
        try (Trainee<B> trainee = subject.trainee(arithmetic, last)) {
            BatchSource<B> data = subject.training();
            RunState state = before.orElseGet(() -> RunState.fresh(configuration, arithmetic, data, team.size()));
            requireSameStep(state);
            tell(new TrainingEvent.Started(
                    run.toString(),
                    trainee.parameterCount(),
                    trainee.trainableCount(),
                    state.schedule().steps(),
                    state.step(),
                    arithmetic.name().toLowerCase(Locale.ROOT)));
            subject.prepared().ifPresent(this::tell);
            ending = new TrainingLoop<>(this, trainee, data, subject.validation(), state, last).run();
            if (!team.isFirst()) {
                return finished(ending, run);
            }
            if (ending.stopped() || !better(ending.state())) {
                return finished(ending, ending.stopped() ? ending.saved().path() : trainee.export(run));
            }
        }
        long best = ending.state().bestStep();
        CheckpointStore.Saved saved = checkpoints.of(best).orElseThrow();
        try (Trainee<B> trainee = subject.trainee(Precision.FP32, Optional.of(saved))) {
            return finished(ending, trainee.export(run));
        }
    }

    /** Whether an earlier checkpoint is the result, and not the last weights. */
    private boolean better(RunState state) {
        return configuration.course().loadBest()
                && state.bestStep() != state.step()
                && checkpoints.of(state.bestStep()).isPresent();
    }

    /** The processes of a team read one checkpoint each: it must be the same one. */
    private void requireSameStep(RunState state) {
        if (team.first(state.step())[0] != state.step()) {
            throw new NeuralException("peer_lost", "the processes of the training do not see the same checkpoint");
        }
    }

    void tell(TrainingEvent event) {
        events.accept(event);
    }

    private TrainingEvent.Finished finished(TrainingLoop.Ending ending, Path best) {
        return new TrainingEvent.Finished(
                run.toString(),
                ending.saved().path().toString(),
                best.toString(),
                ending.state().step(),
                ending.reason());
    }

    TrainingConfiguration configuration() {
        return configuration;
    }

    Collective team() {
        return team;
    }

    TrainingControl control() {
        return control;
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
