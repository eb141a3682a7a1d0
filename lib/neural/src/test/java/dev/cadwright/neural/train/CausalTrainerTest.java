package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cadwright.neural.Golden;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.adapter.AdapterConfiguration;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.SafetensorsWriter;
import dev.cadwright.neural.tensor.Precision;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CausalTrainerTest {
    private static final String ADAPTER = "lora: {r: 4, alpha: 8, dropout: 0.2}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | model/model.safetensors",
                "', packing: true, max_seq_length: 64' | lora: {r: 4} | adapter/adapter_model.safetensors",
                "', padding_free: true, gradient_checkpointing: true' | 'lora: {r: 2, dropout: 0.3, use_dora: true}' | adapter/adapter_model.safetensors"
            })
    void aTrainingInterruptedWithinAnEpochEndsInTheSameBytes(String training, String more, String weights)
            throws Exception {
        // Given
        TextModel model = new TextModel(folder, "qwen2");
        TrainingConfiguration configuration = model.configuration(
                "num_epochs: 2, per_device_batch_size: 2, gradient_accumulation_steps: 2, save_steps: 100" + training,
                more);

        // When
        model.train(configuration, "whole", Long.MAX_VALUE);
        model.train(configuration, "broken", 1);
        model.train(configuration, "broken", 1);
        List<TrainingEvent> last = model.train(configuration, "broken", Long.MAX_VALUE);

        // Then
        assertThat(last.getFirst())
                .isInstanceOfSatisfying(TrainingEvent.Started.class, e -> assertThat(e.resumed_from())
                        .isEqualTo(2));
        assertThat(model.resolve("broken").resolve(weights))
                .hasSameBinaryContentAs(model.resolve("whole").resolve(weights));
    }

    @Test
    void answersAreLearntAndTheBestWeightsAreTheResult() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "qwen3");
        TrainingConfiguration configuration = model.configuration(
                "max_steps: 40, per_device_batch_size: 11, learning_rate: 0.01, warmup_steps: 4, eval_steps: 10,"
                        + " logging_steps: 1, lr_scheduler_type: linear",
                "val_data: texts.jsonl\n");

        // When
        List<TrainingEvent> events = model.train(configuration, "run", Long.MAX_VALUE);

        // Then
        List<TrainingEvent.Evaluated> evaluated = of(TrainingEvent.Evaluated.class, events);
        assertThat(evaluated.getLast().loss()).isLessThan(evaluated.getFirst().loss() / 2);
        assertThat(evaluated.getLast().accuracy()).isGreaterThan(0.5);
        assertThat(of(TrainingEvent.Prepared.class, events)).singleElement().satisfies(prepared -> {
            assertThat(prepared.samples()).isEqualTo(11);
            assertThat(prepared.learnt()).isBetween(11L, prepared.tokens());
        });
        assertThat(of(TrainingEvent.Step.class, events))
                .allSatisfy(step -> assertThat(step.resident_bytes()).isPositive());
        assertThat(of(TrainingEvent.Finished.class, events).getFirst().best()).endsWith("model");
    }

    @Test
    void aTrainingThatGetsNoBetterEndsEarlyWithItsBestWeights() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "qwen2");
        TrainingConfiguration configuration = model.configuration(
                "max_steps: 50, per_device_batch_size: 2, learning_rate: 0.9, warmup_steps: 0, eval_steps: 1,"
                        + " early_stopping_patience: 3, save_total_limit: 1",
                ADAPTER + "val_data: texts.jsonl\nauto_merge_final: true\n");

        // When
        List<TrainingEvent> events = model.train(configuration, "run", Long.MAX_VALUE);

        // Then
        TrainingEvent.Finished finished =
                of(TrainingEvent.Finished.class, events).getFirst();
        long best = of(TrainingEvent.Evaluated.class, events).stream()
                .filter(TrainingEvent.Evaluated::best)
                .mapToLong(TrainingEvent.Evaluated::step)
                .max()
                .orElseThrow();
        assertThat(finished.reason()).isEqualTo("early_stopping");
        assertThat(finished.step()).isEqualTo(best + 3);
        assertThat(model.resolve("run/adapter/adapter_model.safetensors"))
                .hasSameBinaryContentAs(model.resolve("run/checkpoints")
                        .resolve(CheckpointStore.name(best))
                        .resolve("adapter_model.safetensors"));
        assertThat(model.resolve("run/merged/model.safetensors")).exists();
    }

    @ParameterizedTest
    @CsvSource({"''", "'lora: {r: 4}'", "'use_qlora: true'"})
    void sixteenBitsLearnNearlyAsWell(String more) throws Exception {
        // Given
        TextModel model = new TextModel(folder, "qwen2");
        TrainingConfiguration configuration = model.configuration(
                "max_steps: 12, per_device_batch_size: 11, learning_rate: 0.01, warmup_steps: 2, logging_steps: 1",
                more + "\n");

        // When
        List<TrainingEvent.Step> single =
                of(TrainingEvent.Step.class, model.train(configuration, "fp32", Long.MAX_VALUE));
        List<TrainingEvent.Step> half =
                of(TrainingEvent.Step.class, model.train(configuration, "bf16", Long.MAX_VALUE, Precision.BF16));

        // Then
        assertThat(half.getLast().loss()).isLessThan(half.getFirst().loss() - 0.3);
        assertThat(half.getLast().loss())
                .isBetween(single.getLast().loss() - 0.1, single.getLast().loss() + 0.1);
        assertThat(half.getFirst().loss()).isNotEqualTo(single.getFirst().loss());
    }

    @Test
    void lossThatIsNoNumberEndsTheTrainingBeforeTheWeightsChange() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "qwen2");
        model.train(
                model.configuration("max_steps: 1, warmup_steps: 0", "lora: {r: 2, alpha: 4}\n"),
                "start",
                Long.MAX_VALUE);
        Path file = model.resolve("start/adapter/adapter_config.json");
        Files.writeString(
                file, Files.readString(file).replaceAll("\"lora_alpha\" : [0-9.]+", "\"lora_alpha\" : 1e300"));
        TrainingConfiguration configuration =
                model.configuration("max_steps: 3, save_steps: 1", "adapter: start/adapter\n");

        // When // Then
        assertThatThrownBy(() -> model.train(configuration, "run", Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("diverged"))
                .hasMessageContaining("the loss of step 1 is not a number");
        assertThat(model.resolve("run/checkpoints")).doesNotExist();
    }

    @Test
    void readyBatchesThatDoNotFitTheModelAreRefused() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "qwen2");
        long[] shape = {1, 2, 3};
        Map<String, SafetensorsWriter> files = Map.of(
                "the token 300 is not among the 300",
                batches(shape, 300, 1),
                "the label -7 is not among",
                batches(shape, 1, -7),
                "labels must be [batches, rows, time]",
                new SafetensorsWriter()
                        .integers("input_ids", ElementType.I64, shape, new long[6])
                        .integers("labels", ElementType.I64, new long[] {6}, new long[6]),
                "no tensor named labels",
                new SafetensorsWriter().integers("input_ids", ElementType.I64, shape, new long[6]));

        for (Map.Entry<String, SafetensorsWriter> file : files.entrySet()) {
            // When // Then
            try (OutputStream out = Files.newOutputStream(model.resolve("ready.safetensors"))) {
                file.getValue().write(out);
            }
            assertThatThrownBy(() -> model.train(
                            model.configuration("ready.safetensors", "max_steps: 1", ""), "run", Long.MAX_VALUE))
                    .isInstanceOfSatisfying(
                            NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_training_data"))
                    .hasMessageContaining(file.getKey());
        }
    }

    private static SafetensorsWriter batches(long[] shape, long token, long label) {
        return new SafetensorsWriter()
                .integers("input_ids", ElementType.I64, shape, new long[] {1, 2, 3, 4, 5, token})
                .integers("labels", ElementType.I64, shape, new long[] {1, 2, 3, 4, 5, label});
    }

    @Test
    void aFinishedTrainingStartedAgainWritesItsResultAgain() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "qwen2");
        TrainingConfiguration configuration = model.configuration("max_steps: 2", "val_data: texts.jsonl\n");
        model.train(configuration, "run", Long.MAX_VALUE);
        byte[] weights = Files.readAllBytes(model.resolve("run/model/model.safetensors"));

        // When
        List<TrainingEvent> events = model.train(configuration, "run", Long.MAX_VALUE);

        // Then
        assertThat(of(TrainingEvent.Step.class, events)).isEmpty();
        assertThat(Files.readAllBytes(model.resolve("run/model/model.safetensors")))
                .isEqualTo(weights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rslora/adapter", "dora/adapter"})
    void anyAdapterOfTheReferenceIsGoneOnWith(String adapter) throws Exception {
        // Given
        Path golden = Golden.trainings().getFirst();
        assumeTrue(Files.isDirectory(golden.resolve(adapter)), "the adapter is not here: " + adapter);
        TextModel model = new TextModel(folder, String.valueOf(golden.getFileName()));
        TrainingConfiguration configuration = model.configuration(
                "max_steps: 8, per_device_batch_size: 11, learning_rate: 0.01, warmup_steps: 0, logging_steps: 1",
                "adapter: " + golden.resolve(adapter) + "\nauto_merge_lora: true\n");

        // When
        List<TrainingEvent.Step> steps = of(TrainingEvent.Step.class, model.train(configuration, "run", 5));
        model.train(configuration, "run", Long.MAX_VALUE);

        // Then
        assertThat(steps.getLast().loss()).isLessThan(steps.getFirst().loss());
        assertThat(AdapterConfiguration.read(model.resolve("run/adapter")))
                .isEqualTo(AdapterConfiguration.read(golden.resolve(adapter)));
        assertThat(model.resolve("run/checkpoints")
                        .resolve(CheckpointStore.name(8))
                        .resolve("merged/model.safetensors"))
                .exists();
    }

    @Test
    void anAdapterOfAQuantisedCheckpointIsTrainedAndItsWeightsAreNot() throws Exception {
        // Given
        Path golden = Golden.trainings().getFirst();
        Path quantised = golden.resolve("qlora/checkpoint-nf4");
        assumeTrue(Files.isDirectory(quantised), "the quantised model is not here: " + quantised);
        String yaml = "base_model: " + quantised + "\ntrain_data: " + golden.resolve("batches.safetensors")
                + "\ntraining: {max_steps: 2, logging_steps: 1}\n";

        // When
        List<TrainingEvent.Step> steps = GoldenTrainingTest.steps(
                TrainingConfiguration.of(
                        new YAMLMapper().readTree(yaml + "adapter: " + golden.resolve("lora/start")), folder),
                folder.resolve("run"));

        // Then: 5.952167987823486 is the first loss of the reference's QLoRA
        assertThat(steps.getFirst().loss()).isCloseTo(5.952167987823486, within(2e-5));
        assertThatThrownBy(() -> GoldenTrainingTest.steps(
                        TrainingConfiguration.of(new YAMLMapper().readTree(yaml), folder), folder.resolve("full")))
                .hasMessageContaining("only an adapter");
    }

    private static <T> List<T> of(Class<T> type, List<TrainingEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
