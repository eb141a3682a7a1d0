package dev.cadwright.neural.train;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.tensor.Precision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The steps of one attempt: forward, backward, update, and now and then a look at the validation set and a save. */
final class TrainingLoop {
    private final TrainingConfiguration configuration;
    private final Path run;
    private final TrainingControl control;
    private final Consumer<TrainingEvent> events;
    private final CheckpointStore checkpoints;
    private final Trainee trainee;
    private final SampleSource source;
    private final List<Batch> validation;
    private final Pace pace = new Pace();
    private RunState state;
    private Optional<CheckpointStore.Saved> saved;

    TrainingLoop(
            Trainer trainer,
            Trainee trainee,
            SampleSource source,
            RunState state,
            Optional<CheckpointStore.Saved> saved) {
        this.configuration = trainer.configuration();
        this.run = trainer.run();
        this.control = trainer.control();
        this.events = trainer.events();
        this.checkpoints = trainer.checkpoints();
        this.trainee = trainee;
        this.source = source;
        this.state = state;
        this.saved = saved;
        this.validation = configuration
                .validation()
                .map(data -> ValidationSet.batches(
                        Sources.open(data, trainee.model().configuration().points()),
                        configuration.validationSamples(),
                        trainee.model().configuration().maxTokens()))
                .orElse(List.of());
    }

    TrainingEvent.Finished run() throws InterruptedException {
        BatchStream stream = new BatchStream(
                source,
                configuration.augmentation(),
                configuration.batchSize(),
                trainee.model().configuration().maxTokens(),
                configuration.seed());
        long firstBatch = state.step() * configuration.accumulation();
        String reason = "completed";
        try (BatchLoader loader = new BatchLoader(stream, firstBatch)) {
            while (state.step() < state.schedule().steps()) {
                step(loader);
                if (state.exhausted(configuration.earlyStoppingPatience())) {
                    reason = "early_stopping";
                    break;
                }
                if (control.stopRequested()) {
                    reason = "stopped";
                    break;
                }
            }
        }
        return finish(reason);
    }

    private void step(BatchLoader loader) throws InterruptedException {
        long started = System.nanoTime();
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < configuration.accumulation(); i++) {
            batches.add(loader.next());
        }
        int targets = batches.stream().mapToInt(Batch::targets).sum();
        if (configuration.lora().isPresent()) {
            // Dropout draws from libtorch's generator: seeded by the step, it is the same after a restart.
            JniUtils.setSeed(configuration.seed() * 1_000_003 + state.step());
        }
        double loss = 0;
        for (Batch batch : batches) {
            loss += trainee.accumulate(batch, targets);
        }
        double rate = state.schedule().rate(state.step());
        double norm = trainee.update(rate, configuration.maxGradNorm());
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw new NeuralException(
                    "diverged", "the loss or its gradient is not a number after step " + state.step());
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        state = state.advanced(targets, seconds, loss);
        pace.add(seconds, targets, configuration.batchSize() * configuration.accumulation());
        plan();
        report(norm, rate);
        boolean evaluated = due(configuration.evalSteps()) && evaluate();
        if (evaluated || due(configuration.saveSteps()) || control.checkpointRequested()) {
            save();
        }
    }

    /** For a training by the clock: fixes the number of steps once the speed is known, and corrects it at times. */
    private void plan() {
        if (configuration.length().minutes().isEmpty()) {
            return;
        }
        boolean first = state.step() == Pace.MEASURED;
        if (first || (state.step() > Pace.MEASURED && due(configuration.saveSteps()))) {
            double left = configuration.length().minutes().getAsDouble() * 60 - state.seconds();
            long steps = state.step() + Math.max(1, (long) (left / pace.secondsPerStep()));
            state = state.planned(steps, first ? configuration.warmupRatio() : -1, configuration.warmupSteps());
        }
    }

    private void report(double norm, double rate) {
        if (due(configuration.loggingSteps()) || state.step() == 1) {
            events.accept(new TrainingEvent.Step(
                    state.step(),
                    state.plannedSteps(),
                    epoch(),
                    state.logged().mean(),
                    norm,
                    rate,
                    state.tokens(),
                    pace.tokensPerSecond(),
                    pace.samplesPerSecond(),
                    secondsLeft()));
            state = state.reported();
        }
    }

    private double secondsLeft() {
        return state.plannedSteps() == 0
                ? configuration.length().minutes().orElse(0) * 60 - state.seconds()
                : (state.plannedSteps() - state.step()) * pace.secondsPerStep();
    }

    /** Returns whether this is the best result so far. */
    private boolean evaluate() {
        if (validation.isEmpty()) {
            return false;
        }
        double loss = 0;
        double correct = 0;
        double targets = 0;
        for (Batch batch : validation) {
            double[] sums = trainee.evaluate(batch);
            loss += sums[0];
            correct += sums[1];
            targets += batch.targets();
        }
        boolean best = loss / targets < state.bestLoss() - configuration.earlyStoppingMinDelta();
        state = state.evaluated(loss / targets, best);
        events.accept(new TrainingEvent.Evaluated(state.step(), loss / targets, correct / targets, best));
        return best;
    }

    private void save() {
        Map<String, byte[]> files = trainee.checkpointFiles();
        files.put(RunState.FILE, state.toJson());
        CheckpointStore.Saved written = checkpoints.save(state.step(), files, Set.of(state.bestStep()));
        saved = Optional.of(written);
        events.accept(new TrainingEvent.Checkpointed(written.path().toString(), written.step(), written.manifest()));
    }

    private TrainingEvent.Finished finish(String reason) {
        if (!reason.equals("stopped") && state.evaluatedAt() < state.step()) {
            evaluate();
        }
        if (saved.isEmpty() || saved.get().step() < state.step()) {
            save();
        }
        Path model = run.resolve(Trainer.MODEL);
        if (!reason.equals("stopped")) {
            export(model);
        }
        return new TrainingEvent.Finished(
                run.toString(), saved.orElseThrow().path().toString(), model.toString(), state.step(), reason);
    }

    /** Writes the best weights, or the last ones where nothing was measured, as a model folder. */
    private void export(Path model) {
        Path best = run.resolve(Trainer.CHECKPOINTS).resolve(CheckpointStore.name(state.bestStep()));
        if (state.bestStep() == state.step() || !Files.isDirectory(best)) {
            NanoFolder.write(model, trainee.modelFiles(configuration.exported()));
            trainee.adapterFiles().ifPresent(files -> NanoFolder.write(run.resolve(Trainer.ADAPTER), files));
            return;
        }
        try (NDManager manager = trainee.newManager();
                Trainee other = Trainee.resumed(manager, configuration, Precision.FP32, best, state.bestStep())) {
            NanoFolder.write(model, other.modelFiles(configuration.exported()));
            other.adapterFiles().ifPresent(files -> NanoFolder.write(run.resolve(Trainer.ADAPTER), files));
        }
    }

    private boolean due(int every) {
        return state.step() % every == 0;
    }

    private double epoch() {
        double seen = (double) state.step() * configuration.batchSize() * configuration.accumulation();
        return source.size() == SampleSource.ENDLESS ? 0 : seen / source.size();
    }
}
