package dev.cadwright.service.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.artifacts.ArtifactFolder;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.ModelReference;
import dev.cadwright.contracts.Progress;
import dev.cadwright.dataset.Split;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobException;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.JobModels;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.process.Classification;
import dev.cadwright.neural.train.TrainingEvent;
import dev.cadwright.neural.train.TrainingOutcome;
import dev.cadwright.neural.train.TrainingProcess;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs one training in a child process. Whatever becomes of that process is an outcome: after a crash the next attempt
 * goes on from the last checkpoint.
 */
@ApplicationScoped
class FinetuneHandler implements JobHandler {
    private static final long PROGRESS_STEPS = 1000;

    /** The output of {@code training.finetune}. */
    record Output(
            ModelReference model,
            Optional<ModelReference> adapter,
            String history,
            JsonNode metrics,
            List<SavedCheckpoints.Entry> checkpoints) {}

    /** What one attempt writes to, and what it knows so far. */
    private record Attempt(UnitContext unit, RunFolder run, LossHistory history, SavedCheckpoints checkpoints) {}

    private final ArtifactStore artifacts;
    private final TrainingProcesses processes;

    FinetuneHandler(ArtifactStore artifacts, TrainingProcesses processes) {
        this.artifacts = artifacts;
        this.processes = processes;
    }

    @Override
    public String kind() {
        return JobKinds.TRAINING_FINETUNE;
    }

    @Override
    public Plan plan(JobContext job) {
        JobInputs.read(job.input(), FinetuneInput.class);
        return Plan.single(NullNode.getInstance(), PROGRESS_STEPS);
    }

    @Override
    public JsonNode work(UnitContext unit) throws IOException, InterruptedException {
        FinetuneInput input = JobInputs.read(unit.input(), FinetuneInput.class);
        RunFolder run = new RunFolder(processes.runs(), unit.jobId(), unit.attempt());
        run.create();
        RunFolder.Restored restored = restored(unit, run);
        Attempt attempt =
                new Attempt(unit, run, new LossHistory(restored.history()), new SavedCheckpoints(restored.saved()));
        Path configuration = configuration(unit, input, run);
        long started = System.nanoTime();
        TrainingOutcome outcome = train(attempt, configuration);
        unit.cancellation().throwIfRequested();
        return switch (outcome) {
            case TrainingOutcome.Finished finished ->
                JobInputs.write(output(attempt, input, (System.nanoTime() - started) / 1e9));
            case TrainingOutcome.Failed failed ->
                throw failure(failed.code(), failed.message(), failed.classification());
            case TrainingOutcome.Died died ->
                throw failure(
                        "training_died",
                        "the training process ended by " + died.signal() + " (" + died.exit() + ")\n" + died.log(),
                        died.classification());
        };
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) throws IOException {
        new RunFolder(processes.runs(), job.jobId(), job.attempt()).deleteAll();
        return results.getFirst();
    }

    private static RunFolder.Restored restored(UnitContext unit, RunFolder run) throws IOException {
        Optional<JsonNode> pointer = unit.checkpoint();
        return pointer.isEmpty()
                ? RunFolder.Restored.NOTHING
                : run.restore(JobInputs.read(pointer.get(), RunFolder.Pointer.class));
    }

    private Path configuration(UnitContext unit, FinetuneInput input, RunFolder run) throws IOException {
        unit.progress(Progress.of(0, PROGRESS_STEPS, "preparing the data"));
        int training = TrainingData.write(input.dataset(), Split.TRAIN, artifacts, run.resolve("train"));
        if (training == 0) {
            throw JobException.permanent(
                    "no_training_samples",
                    "no sample of the training split has a program that the model can write (principal planes, joins"
                            + " and cuts)");
        }
        int validation = TrainingData.write(
                input.validationDataset().orElse(input.dataset()),
                Split.VALIDATION,
                artifacts,
                run.resolve("validation"));
        Path model = JobModels.folder(input.model(), processes.builtIn(), run.resolve("base"), artifacts);
        return RunConfiguration.write(input, run, model, validation > 0, processes.threads());
    }

    private TrainingOutcome train(Attempt attempt, Path configuration) throws InterruptedException {
        Cancellation cancellation = attempt.unit().cancellation();
        try (TrainingProcess process =
                        processes.start(configuration, attempt.run().path());
                Cancellation.Registration killed = cancellation.onKill(process::kill)) {
            cancellation.onStop(process::stop);
            return process.follow(event -> handle(attempt, event));
        } catch (NeuralException e) {
            throw JobException.permanent(e.code(), e.getMessage());
        }
    }

    private static void handle(Attempt attempt, TrainingEvent event) {
        LossHistory history = attempt.history();
        switch (event) {
            case TrainingEvent.Started started -> {}
            case TrainingEvent.Prepared prepared -> {}
            case TrainingEvent.Step step -> {
                history.add(step);
                report(attempt.unit(), history, step);
            }
            case TrainingEvent.Evaluated evaluated -> history.add(evaluated);
            case TrainingEvent.Checkpointed checkpoint -> {
                attempt.checkpoints().add(checkpoint.step(), history.metrics());
                history.checkpointed(checkpoint.step());
                save(attempt, checkpoint);
            }
            case TrainingEvent.Finished finished -> {}
            case TrainingEvent.Failed failed -> {}
        }
    }

    private static void report(UnitContext unit, LossHistory history, TrainingEvent.Step step) {
        long done = step.steps() == 0 ? 0 : Math.min(PROGRESS_STEPS, step.step() * PROGRESS_STEPS / step.steps());
        String of = step.steps() == 0 ? "" : " of " + step.steps();
        String message = String.format(Locale.ROOT, "step %d%s, loss %.4f", step.step(), of, step.loss());
        unit.progress(new Progress(done, PROGRESS_STEPS, message, history.metrics()));
    }

    private static void save(Attempt attempt, TrainingEvent.Checkpointed checkpoint) {
        try {
            Optional<RunFolder.Pointer> pointer = attempt.run()
                    .keep(
                            Path.of(checkpoint.path()),
                            checkpoint.step(),
                            checkpoint.manifest(),
                            attempt.history().lines(),
                            attempt.checkpoints().entries());
            if (pointer.isPresent()) {
                attempt.unit().saveCheckpoint(JobInputs.write(pointer.get()));
                attempt.run().keepOnly(pointer.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Output output(Attempt attempt, FinetuneInput input, double seconds) {
        ArtifactStore store = attempt.unit().guarded(artifacts);
        RunFolder run = attempt.run();
        String name = input.resultName(attempt.unit().jobId());
        Optional<ModelReference> adapter = Files.isDirectory(run.adapter())
                ? Optional.of(new ModelReference(name + "-adapter", ArtifactFolder.store(run.adapter(), store)))
                : Optional.empty();
        return new Output(
                new ModelReference(name, ArtifactFolder.store(run.model(), store)),
                adapter,
                store.put(attempt.history().bytes(), "application/jsonl").sha256(),
                attempt.history().summary(seconds),
                attempt.checkpoints().stored(run.checkpoints(), run.model(), store));
    }

    private static JobException failure(String code, String message, Classification classification) {
        JobError error =
                switch (classification) {
                    case TRANSIENT -> JobError.temporary(code, message);
                    case EXHAUSTED -> JobError.exhausted(code, message);
                    case PERMANENT -> JobError.permanent(code, message);
                };
        return new JobException(error);
    }
}
