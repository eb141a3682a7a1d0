package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.nano.LoraAdapter;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.nano.NanoModel;
import dev.cadwright.neural.nano.NanoParameter;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.tensor.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static final String MODEL =
            "model: {points: 24, encoder_width: 32, encoder_layers: 1, encoder_heads: 1, hidden_size: 32,"
                    + " num_hidden_layers: 2, num_attention_heads: 2, max_tokens: 96}\n";
    private static final String DATA = "train_data: {source: procedural, seed: 3, samples: 12}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"adamw", "muon"})
    void anInterruptedTrainingEndsInTheSameBytes(String optimizer) throws Exception {
        // Given
        TrainingConfiguration configuration = configuration(MODEL + DATA
                + "training: {max_steps: 7, per_device_batch_size: 3, gradient_accumulation_steps: 2, save_steps: 2,"
                + " optimizer: " + optimizer + "}\n");

        // When
        train(configuration, folder.resolve("whole"), Long.MAX_VALUE);
        train(configuration, folder.resolve("broken"), 3);
        train(configuration, folder.resolve("broken"), 5);
        List<TrainingEvent> last = train(configuration, folder.resolve("broken"), Long.MAX_VALUE);

        // Then
        assertThat(last.getFirst())
                .isInstanceOfSatisfying(TrainingEvent.Started.class, e -> assertThat(e.resumed_from())
                        .isEqualTo(5));
        for (String file : List.of(NanoFolder.WEIGHTS, OptimizerFile.NAME)) {
            assertThat(folder.resolve("broken/checkpoints/checkpoint-00000007").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole/checkpoints/checkpoint-00000007")
                            .resolve(file));
        }
    }

    @Test
    void anInterruptedAdapterWithDropoutEndsInTheSameBytes() throws Exception {
        // Given
        base();
        TrainingConfiguration configuration = configuration("base_model: base\n" + DATA
                + "lora: {r: 2, alpha: 4, dropout: 0.3, target_modules: [query, up]}\n"
                + "training: {max_steps: 5, per_device_batch_size: 3}\n");

        // When
        train(configuration, folder.resolve("whole"), Long.MAX_VALUE);
        train(configuration, folder.resolve("broken"), 2);
        train(configuration, folder.resolve("broken"), Long.MAX_VALUE);

        // Then
        assertThat(folder.resolve("broken/adapter").resolve(LoraAdapter.WEIGHTS))
                .hasSameBinaryContentAs(folder.resolve("whole/adapter").resolve(LoraAdapter.WEIGHTS));
        assertThat(folder.resolve("whole/model").resolve(NanoFolder.WEIGHTS)).exists();
        assertThat(Files.readAllBytes(folder.resolve("whole/model").resolve(NanoFolder.WEIGHTS)))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("base").resolve(NanoFolder.WEIGHTS)));
    }

    @Test
    void twoTrainingsNeverShareAFolder() throws Exception {
        // Given
        TrainingConfiguration configuration =
                configuration(MODEL + DATA + "training: {max_steps: 1, per_device_batch_size: 2}\n");

        // When // Then
        try (RunLock _ = RunLock.take(folder.resolve("run"))) {
            assertThatThrownBy(() -> train(configuration, folder.resolve("run"), Long.MAX_VALUE))
                    .isInstanceOfSatisfying(
                            NeuralException.class, e -> assertThat(e.code()).isEqualTo("run_in_use"));
        }
        assertThat(train(configuration, folder.resolve("run"), Long.MAX_VALUE)).isNotEmpty();
    }

    @Test
    void aRunOfAnotherSeedIsNotContinued() throws Exception {
        // Given
        String yaml = MODEL + DATA + "training: {max_steps: 1, per_device_batch_size: 2}\n";
        train(configuration(yaml), folder.resolve("run"), Long.MAX_VALUE);

        // When // Then
        assertThatThrownBy(() -> train(configuration(yaml + "seed: 8\n"), folder.resolve("run"), Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("run_differs"));
    }

    @Test
    void aFewSamplesAreLearnt() throws Exception {
        // Given
        TrainingConfiguration configuration = configuration(MODEL + DATA + "val_data: {source: procedural, seed: 3}\n"
                + "val_samples: 12\naugmentation: {symmetries: false, noise: 0}\n"
                + "training: {max_steps: 120, per_device_batch_size: 12, learning_rate: 0.01, warmup_steps: 10,"
                + " eval_steps: 60, save_steps: 1000, export_precision: fp16}\n");

        // When
        List<TrainingEvent> events = train(configuration, folder.resolve("run"), Long.MAX_VALUE);

        // Then
        List<TrainingEvent.Evaluated> evaluated = events.stream()
                .filter(TrainingEvent.Evaluated.class::isInstance)
                .map(TrainingEvent.Evaluated.class::cast)
                .toList();
        assertThat(evaluated.getLast().loss()).isLessThan(1.5);
        assertThat(evaluated.getLast().loss()).isLessThan(evaluated.getFirst().loss());
        assertThat(events.getLast()).isInstanceOfSatisfying(TrainingEvent.Finished.class, finished -> {
            assertThat(finished.reason()).isEqualTo("completed");
            assertThat(weightTypes(Path.of(finished.best()))).containsOnly(ElementType.F16);
        });
    }

    @Test
    void aTrainingByTheClockEndsInTimeAndKeepsItsPlan() throws Exception {
        // Given
        TrainingConfiguration configuration =
                configuration(MODEL + DATA + "training: {max_minutes: 0.03, per_device_batch_size: 2}\n");

        // When
        long started = System.nanoTime();
        List<TrainingEvent> events = train(configuration, folder.resolve("run"), Long.MAX_VALUE);

        // Then
        assertThat((System.nanoTime() - started) / 1e9).isLessThan(15);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(TrainingEvent.Finished.class, finished -> assertThat(finished.step())
                        .isBetween((long) Pace.MEASURED, 100_000L));
    }

    @Test
    void lossThatIsNoNumberEndsTheTraining() throws Exception {
        // Given
        try (NanoModel model = NanoModel.initialise(Tiny.MANAGER, Tiny.CONFIGURATION, 9)) {
            model.weights().getFirst().muli(Float.NaN);
            NanoFolder.write(
                    folder.resolve("base"), NanoFolder.files(model.configuration(), model.weights(), ElementType.F32));
        }
        TrainingConfiguration configuration =
                configuration("base_model: base\n" + DATA + "training: {max_steps: 2, per_device_batch_size: 2}\n");

        // When // Then
        assertThatThrownBy(() -> train(configuration, folder.resolve("run"), Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("diverged"));
        assertThat(folder.resolve("run/checkpoints")).doesNotExist();
    }

    @Test
    void shardsAreAnEpochThatIsSeenAsOftenAsAsked() throws Exception {
        // Given
        ProceduralSource source = new ProceduralSource(4, 10, Tiny.POINTS);
        List<TrainingSample> samples = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            samples.add(source.sample(i, 0));
        }
        Path shards = Files.createDirectory(folder.resolve("shards"));
        Files.write(shards.resolve("0.safetensors"), TrainingShards.shard(samples.subList(0, 6)));
        Files.write(shards.resolve("1.safetensors"), TrainingShards.shard(samples.subList(6, 10)));
        TrainingConfiguration configuration =
                configuration(MODEL + "train_data: shards\ntraining: {num_epochs: 2, per_device_batch_size: 4}\n");

        // When
        List<TrainingEvent> events = train(configuration, folder.resolve("run"), Long.MAX_VALUE);
        SampleSource read = TrainingShards.open(shards, Tiny.POINTS);

        // Then
        assertThat(events.getLast()).isInstanceOfSatisfying(TrainingEvent.Finished.class, e -> assertThat(e.step())
                .isEqualTo(5));
        assertThat(read.sample(7, 0).program()).isEqualTo(samples.get(7).program());
        assertThat(read.sample(7, 0).points()).isEqualTo(samples.get(7).points());
    }

    @Test
    void shardsOfTheWrongSizeOrOutsideTheCubeAreRefused() throws IOException {
        // Given
        ProceduralSource source = new ProceduralSource(4, 1, Tiny.POINTS);
        TrainingSample sample = source.sample(0, 0);
        Path shards = Files.createDirectory(folder.resolve("shards"));
        Files.write(shards.resolve("0.safetensors"), TrainingShards.shard(List.of(sample)));
        float[] hundredfold = sample.points().clone();
        for (int i = 0; i < hundredfold.length; i++) {
            hundredfold[i] *= 100;
        }
        Path scaled = Files.createDirectory(folder.resolve("scaled"));
        Files.write(
                scaled.resolve("0.safetensors"),
                TrainingShards.shard(List.of(new TrainingSample(sample.program(), hundredfold))));

        // When // Then
        assertThatThrownBy(() -> TrainingShards.open(shards, 256)).hasMessageContaining("256");
        assertThatThrownBy(() -> TrainingShards.open(scaled, Tiny.POINTS)).hasMessageContaining("normalised");
    }

    private static List<ElementType> weightTypes(Path model) {
        try (SafetensorsFile file = SafetensorsFile.open(model.resolve(NanoFolder.WEIGHTS))) {
            return NanoParameter.of(NanoFolder.configuration(model)).stream()
                    .map(parameter -> file.entry(parameter.name()).type())
                    .toList();
        }
    }

    private void base() {
        try (NanoModel model = NanoModel.initialise(Tiny.MANAGER, Tiny.CONFIGURATION, 9)) {
            NanoFolder.write(
                    folder.resolve("base"), NanoFolder.files(model.configuration(), model.weights(), ElementType.F32));
        }
    }

    private TrainingConfiguration configuration(String yaml) throws JsonProcessingException {
        return TrainingConfiguration.of(new YAMLMapper().readTree(yaml), folder);
    }

    private static List<TrainingEvent> train(TrainingConfiguration configuration, Path run, long stopAfter)
            throws InterruptedException {
        List<TrainingEvent> events = new ArrayList<>();
        TrainingControl control = new TrainingControl() {
            private long steps;

            @Override
            public boolean stopRequested() {
                return ++steps + resumed(events) >= stopAfter;
            }
        };
        TrainingEvent.Finished finished =
                new Trainer(configuration, Precision.FP32, run, control, events::add).run(Tiny.MANAGER);
        events.add(finished);
        return events;
    }

    private static long resumed(List<TrainingEvent> events) {
        return events.getFirst() instanceof TrainingEvent.Started started ? started.resumed_from() : 0;
    }
}
