package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.neural.Golden;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.process.Classification;
import dev.cadwright.neural.safetensors.SafetensorsFile;
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
class DataParallelTest {
    private static final ChildOptions OPTIONS = ChildOptions.defaults().withHeap("200m");

    @TempDir
    private Path folder;

    @Test
    void twoProcessesGiveTheWeightsOfOneThatTakesTwoPassesAStep() throws Exception {
        // When
        List<TrainingEvent.Step> two = train("two", 2, "gradient_accumulation_steps: 1");
        List<TrainingEvent.Step> one = train("one", 1, "gradient_accumulation_steps: 2");

        // Then: bit for bit, since the same gradients are added in the same order
        assertThat(two).hasSize(12);
        for (int i = 0; i < two.size(); i++) {
            assertThat(two.get(i).grad_norm()).isEqualTo(one.get(i).grad_norm());
            assertThat(two.get(i).loss()).isEqualTo(one.get(i).loss(), within(1e-12));
            assertThat(two.get(i).tokens()).isEqualTo(one.get(i).tokens());
            assertThat(two.get(i).epoch()).isEqualTo(one.get(i).epoch());
        }
        assertThat(weights("two")).hasSameBinaryContentAs(weights("one"));
    }

    @Test
    void twoProcessesGiveTheWeightsOfOneWithTwiceTheBatch() throws Exception {
        // Given
        Path golden = Golden.trainings().getFirst();
        Path model = golden.resolveSibling("../models").resolve(String.valueOf(golden.getFileName()));
        assumeTrue(Files.isDirectory(model), "the reference model is not here: " + model);
        String config = "base_model: " + model + "\ntrain_data: " + golden.resolve("batches.safetensors")
                + "\nthreads: 1\ntraining: {max_steps: 6, learning_rate: 0.0005, logging_steps: 1,"
                + " per_device_batch_size: ";

        // When
        List<TrainingEvent.Step> two = steps(file(config + "2}\nprocesses: 2\n"), "two");
        List<TrainingEvent.Step> one = steps(file(config + "4}\n"), "one");

        // Then: the sums over a batch are added in another order
        assertThat(two).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(two.get(i).loss()).isEqualTo(one.get(i).loss(), within(2e-5));
        }
        try (SafetensorsFile left = SafetensorsFile.open(weights("two"));
                SafetensorsFile right = SafetensorsFile.open(weights("one"))) {
            assertThat(left.names()).isEqualTo(right.names());
            for (String name : right.names()) {
                assertThat(left.floats(name)).as(name).containsExactly(right.floats(name), within(2e-5f));
            }
        }
    }

    @Test
    void aMemberThatDiesEndsTheAttemptAndTheNextGoesOnToTheSameWeights() throws Exception {
        // Given
        Path config = config(2, "save_steps: 4");

        // When
        TrainingOutcome killed;
        try (TrainingProcess process = TrainingProcess.start(OPTIONS, config, folder.resolve("killed"))) {
            killed = process.follow(event -> {
                if (event instanceof TrainingEvent.Step step && step.step() == 6) {
                    ProcessHandle first = ProcessHandle.of(process.pid()).orElseThrow();
                    first.children().forEach(ProcessHandle::destroyForcibly);
                }
            });
        }
        TrainingOutcome resumed = follow(config, "killed", new ArrayList<>());
        train("whole", 2, "save_steps: 4");

        // Then
        assertThat(killed).isInstanceOfSatisfying(TrainingOutcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("peer_lost");
            assertThat(failed.classification()).isEqualTo(Classification.TRANSIENT);
        });
        assertThat(resumed).isInstanceOf(TrainingOutcome.Finished.class);
        assertThat(weights("killed")).hasSameBinaryContentAs(weights("whole"));
    }

    private List<TrainingEvent.Step> train(String run, int processes, String training) throws Exception {
        return steps(config(processes, training), run);
    }

    private List<TrainingEvent.Step> steps(Path config, String run) throws InterruptedException {
        List<TrainingEvent> events = new ArrayList<>();
        assertThat(follow(config, run, events)).isInstanceOf(TrainingOutcome.Finished.class);
        return events.stream()
                .filter(TrainingEvent.Step.class::isInstance)
                .map(TrainingEvent.Step.class::cast)
                .toList();
    }

    private TrainingOutcome follow(Path config, String run, List<TrainingEvent> events) throws InterruptedException {
        try (TrainingProcess process = TrainingProcess.start(OPTIONS, config, folder.resolve(run))) {
            return process.follow(events::add);
        }
    }

    private Path weights(String run) {
        return folder.resolve(run).resolve("model").resolve(NanoFolder.WEIGHTS);
    }

    private Path config(int processes, String training) throws IOException {
        String length = training.contains("max_steps") ? "" : "max_steps: 12, ";
        String batch = training.contains("per_device") ? "" : "per_device_batch_size: 2, ";
        return file("model: {points: 24, encoder_width: 32, encoder_layers: 1, encoder_heads: 1, hidden_size: 32,"
                + " num_hidden_layers: 1, num_attention_heads: 2, max_tokens: 96}\n"
                + "train_data: {source: procedural, seed: 3, samples: 16}\n"
                + "augmentation: {symmetries: false, noise: 0}\n"
                + "precision: fp32\n"
                + "processes: " + processes + "\n"
                + "training: {" + length + batch + "logging_steps: 1, " + training + "}\n");
    }

    private Path file(String config) throws IOException {
        return Files.writeString(folder.resolve("train.yaml"), config);
    }
}
