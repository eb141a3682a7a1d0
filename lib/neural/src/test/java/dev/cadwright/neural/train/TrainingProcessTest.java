package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.Classification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TrainingProcessTest {
    private static final ChildOptions OPTIONS = ChildOptions.defaults().withHeap("200m");

    @TempDir
    private Path folder;

    @Test
    void aKilledTrainingIsSeenAndGoesOnToTheSameWeights() throws Exception {
        // Given
        Path config = config("training: {max_steps: 30, per_device_batch_size: 2, save_steps: 4, logging_steps: 1}");

        // When
        TrainingOutcome killed;
        try (TrainingProcess process = TrainingProcess.start(OPTIONS, config, folder.resolve("killed"))) {
            killed = process.follow(event -> {
                if (event instanceof TrainingEvent.Step step && step.step() == 10) {
                    ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
                }
            });
        }
        TrainingOutcome resumed = follow(config, "killed", new ArrayList<>());
        TrainingOutcome whole = follow(config, "whole", new ArrayList<>());

        // Then
        assertThat(killed).isInstanceOfSatisfying(TrainingOutcome.Died.class, died -> {
            assertThat(died.signal()).isEqualTo("SIGKILL");
            assertThat(died.classification()).isEqualTo(Classification.TRANSIENT);
        });
        assertThat(resumed).isInstanceOf(TrainingOutcome.Finished.class);
        assertThat(whole).isInstanceOf(TrainingOutcome.Finished.class);
        assertThat(folder.resolve("killed/model").resolve(NanoFolder.WEIGHTS))
                .hasSameBinaryContentAs(folder.resolve("whole/model").resolve(NanoFolder.WEIGHTS));
    }

    @Test
    void aStoppedTrainingSavesAndSaysSo() throws Exception {
        // Given
        Path config = config("training: {max_steps: 1000000, per_device_batch_size: 2, logging_steps: 1}");

        // When
        List<TrainingEvent> events = new ArrayList<>();
        TrainingOutcome outcome;
        try (TrainingProcess process = TrainingProcess.start(OPTIONS, config, folder.resolve("run"))) {
            outcome = process.follow(event -> {
                events.add(event);
                if (event instanceof TrainingEvent.Step step && step.step() == 2) {
                    process.stop();
                }
            });
        }

        // Then
        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Finished.class, finished -> assertThat(
                        finished.event().reason())
                .isEqualTo("stopped"));
        assertThat(events).anyMatch(TrainingEvent.Checkpointed.class::isInstance);
    }

    @Test
    void aBadConfigurationIsPermanent() throws Exception {
        // Given
        Path config = config("training: {max_step: 3}");

        // When
        TrainingOutcome outcome = follow(config, "run", new ArrayList<>());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("bad_configuration");
            assertThat(failed.classification()).isEqualTo(Classification.PERMANENT);
        });
    }

    @Test
    void memoryThatRunsOutIsToldFromOtherFailures() {
        // When // Then
        assertThat(TrainingMain.failure(new OutOfMemoryError("heap")).classification())
                .isEqualTo(Classification.EXHAUSTED);
        assertThat(TrainingMain.failure(new IllegalStateException("DefaultCPUAllocator: can't allocate memory"))
                        .classification())
                .isEqualTo(Classification.EXHAUSTED);
        assertThat(TrainingMain.failure(new IllegalStateException("a defect")).code())
                .isEqualTo("internal");
    }

    private TrainingOutcome follow(Path config, String run, List<TrainingEvent> events) throws InterruptedException {
        try (TrainingProcess process = TrainingProcess.start(OPTIONS, config, folder.resolve(run))) {
            return process.follow(events::add);
        }
    }

    private Path config(String training) throws IOException {
        return Files.writeString(
                folder.resolve("train.yaml"),
                "model: {points: 24, encoder_width: 32, encoder_layers: 1, encoder_heads: 1, hidden_size: 32,"
                        + " num_hidden_layers: 1, num_attention_heads: 2, max_tokens: 96}\n"
                        + "train_data: {source: procedural, seed: 3, samples: 12}\n" + training + "\n");
    }
}
