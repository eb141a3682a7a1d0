package dev.cadwright.neural.train;

import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.parallel.Collective;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The steps of one attempt: forward, backward, update, and now and then a look at the validation set and a save. */
final class TrainingLoop<B extends Batch> {
    private final TrainingConfiguration configuration;
    private final Course course;
    private final TrainingControl control;
    private final Consumer<TrainingEvent> events;
    private final Collective team;
    private final CheckpointStore checkpoints;
    private final Trainee<B> trainee;
    private final BatchSource<B> data;
    private final List<B> validation;
    private final Pace pace = new Pace();
    private RunState state;
    private long savedAt;
    private boolean stopRequested;
    private Optional<CheckpointStore.Saved> saved;

    /** How an attempt ended, and where it then stood. */
    record Ending(String reason, RunState state, CheckpointStore.Saved saved) {
        boolean stopped() {
            return reason.equals("stopped");
        }
    }

    TrainingLoop(
            Trainer trainer,
            Trainee<B> trainee,
            BatchSource<B> data,
            List<B> validation,
            RunState state,
            Optional<CheckpointStore.Saved> saved) {
        this.configuration = trainer.configuration();
        this.course = configuration.course();
        this.control = trainer.control();
        this.events = trainer::tell;
        this.team = trainer.team();
        this.checkpoints = trainer.checkpoints();
        this.trainee = trainee;
        this.data = SharedBatches.of(data, team);
        this.validation = validation;
        this.state = state;
        this.saved = saved;
        this.savedAt = saved.map(CheckpointStore.Saved::step).orElse(-1L);
    }

    Ending run() throws InterruptedException {
        long firstBatch = state.step() * course.accumulation();
        String reason = "completed";
        try (BatchLoader<B> loader = new BatchLoader<>(data, firstBatch)) {
            while (state.step() < state.schedule().steps()) {
                step(loader);
                if (state.exhausted(course.earlyStoppingPatience())) {
                    reason = "early_stopping";
                    break;
                }
                if (stopRequested) {
                    reason = "stopped";
                    break;
                }
            }
        }
        return finish(reason);
    }

    private void step(BatchLoader<B> loader) throws InterruptedException {
        long started = System.nanoTime();
        List<B> batches = new ArrayList<>();
        for (int i = 0; i < course.accumulation(); i++) {
            batches.add(loader.next());
        }
        int targets = (int) team.sum(batches.stream().mapToInt(Batch::targets).sum())[0];
        // Dropout draws from libtorch's generator: seeded by the step, it is the same after a restart.
        JniUtils.setSeed((configuration.seed() * 1_000_003 + state.step()) * team.size() + team.rank());
        double loss = 0;
        for (B batch : batches) {
            loss += trainee.accumulate(batch, targets);
        }
        double rate = state.schedule().rate(state.step());
        double[] total = team.sum(loss, control.stopRequested() ? 1 : 0, control.checkpointRequested() ? 1 : 0);
        loss = total[0];
        stopRequested = total[1] > 0;
        requireNumber("loss", loss);
        double norm = trainee.update(rate, team);
        requireNumber("norm of the gradients", norm);
        double seconds = team.first((System.nanoTime() - started) / 1e9)[0];
        state = state.advanced(targets, seconds, loss);
        pace.add(seconds, targets, samplesOfStep());
        plan();
        report(norm, rate);
        boolean evaluated = due(course.evalSteps()) && evaluate();
        if (evaluated || due(course.saveSteps()) || total[2] > 0) {
            save();
        }
    }

    private void requireNumber(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new NeuralException(
                    "diverged", "the " + what + " of step " + (state.step() + 1) + " is not a number: " + value);
        }
    }

    /** For a training by the clock: fixes the number of steps once the speed is known, and corrects it at times. */
    private void plan() {
        if (course.length().minutes().isEmpty()) {
            return;
        }
        boolean first = state.step() == Pace.MEASURED;
        if (first || (state.step() > Pace.MEASURED && due(course.saveSteps()))) {
            double left = course.length().minutes().getAsDouble() * 60 - state.seconds();
            long steps = state.step() + Math.max(1, (long) (left / pace.secondsPerStep()));
            state = state.planned(
                    steps, first ? course.warmup(steps) : state.schedule().warmup());
        }
    }

    private void report(double norm, double rate) {
        if (due(course.loggingSteps()) || state.step() == 1) {
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
                    secondsLeft(),
                    ResidentMemory.bytes()));
            state = state.reported();
        }
    }

    private double secondsLeft() {
        return state.plannedSteps() == 0
                ? course.length().minutes().orElse(0) * 60 - state.seconds()
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
        for (int i = team.rank(); i < validation.size(); i += team.size()) {
            double[] sums = trainee.evaluate(validation.get(i));
            loss += sums[0];
            correct += sums[1];
            targets += validation.get(i).targets();
        }
        double[] total = team.sum(loss, correct, targets);
        loss = total[0];
        correct = total[1];
        targets = total[2];
        boolean best = loss / targets < state.bestLoss() - course.earlyStoppingMinDelta();
        state = state.evaluated(loss / targets, best);
        events.accept(new TrainingEvent.Evaluated(state.step(), loss / targets, correct / targets, best));
        return best;
    }

    private void save() {
        if (team.isFirst()) {
            write();
        }
        // No process goes on before the checkpoint is whole, or dies of one that could not be written.
        team.sum(1);
        savedAt = state.step();
    }

    private void write() {
        CheckpointStore.Saved written = checkpoints.save(state.step(), this::write, Set.of(state.bestStep()));
        saved = Optional.of(written);
        events.accept(new TrainingEvent.Checkpointed(written.path().toString(), written.step(), written.manifest()));
    }

    private void write(Path folder) {
        trainee.save(folder);
        try {
            Files.write(folder.resolve(RunState.FILE), state.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ending finish(String reason) {
        if (!reason.equals("stopped") && state.evaluatedAt() < state.step()) {
            evaluate();
        }
        if (savedAt < state.step()) {
            save();
        }
        if (!team.isFirst()) {
            saved = checkpoints.latest();
        }
        return new Ending(reason, state, saved.orElseThrow());
    }

    private int samplesOfStep() {
        return data.batchSize() * course.accumulation() * team.size();
    }

    private boolean due(int every) {
        return state.step() % every == 0;
    }

    private double epoch() {
        double seen = (double) state.step() * samplesOfStep();
        return data.samples() == SampleSource.ENDLESS ? 0 : seen / data.samples();
    }
}
