package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingConfigurationTest {
    private static final String LEAST = "train_data: procedural\ntraining: {max_steps: 3}\n";

    @TempDir
    private Path folder;

    @Test
    void theKeysOfTheSeedSystemAreUnderstood() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("models/base"));
        Files.writeString(folder.resolve("models/base/config.json"), "{\"model_type\": \"cadwright-nano\"}");
        Path file = Files.writeString(folder.resolve("train.yaml"), """
                base_model: models/base
                train_data: shards/train
                val_data: shards/val
                image_folder: images
                lora: {r: 4, alpha: 16, dropout: 0.05, target_modules: [query, value]}
                training:
                  num_epochs: 3
                  per_device_batch_size: 8
                  gradient_accumulation_steps: 2
                  learning_rate: 2e-4
                  lr_scheduler_type: linear
                  warmup_ratio: 0.1
                  weight_decay: 0.01
                  max_grad_norm: 0.5
                  gradient_checkpointing: true
                  logging_steps: 5
                  save_steps: 50
                  eval_steps: 25
                  save_total_limit: 4
                device: cpu
                """);

        // When
        TrainingConfiguration read = TrainingConfiguration.read(file);

        // Then
        assertThat(read.task()).isInstanceOfSatisfying(Task.Nano.class, task -> {
            assertThat(task.baseModel()).contains(folder.resolve("models/base"));
            assertThat(task.training()).isEqualTo(new Task.Shapes.Shards(folder.resolve("shards/train")));
            assertThat(task.lora().orElseThrow().rank()).isEqualTo(4);
        });
        assertThat(read.course().length().epochs()).hasValue(3);
        assertThat(read.course().learningRate()).isEqualTo(2e-4);
        assertThat(read.course().decay()).isEqualTo(Schedule.Decay.LINEAR);
        assertThat(read.course().accumulation()).isEqualTo(2);
        assertThat(read.course().saveTotalLimit()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning_rat: 1 | learning_rat is not a known key",
                "training: {max_steps: 1, learning_rat: 1} | training.learning_rat is not a known key; did you mean learning_rate?",
                "lora: {rank: 4} | lora.rank is not a known key",
                "training: {max_steps: 0} | training.max_steps must be from 1",
                "training: {max_steps: 1, num_epochs: 1} | exactly one of num_epochs, max_steps and max_minutes",
                "training: {max_steps: 1, lr_scheduler_type: step} | must be one of cosine, linear, constant, not step",
                "training: {max_steps: many} | training.max_steps must be a whole number",
                "precision: fp16 | precision must be one of auto, fp32, bf16, not fp16",
                "model: {hidden_size: 100, num_attention_heads: 3} | num_attention_heads (3) must divide the width (100)",
                "train_data: {source: internet} | train_data.source must be procedural"
            })
    void aBadKeyIsNamed(String line, String message) throws IOException {
        // Given
        String kept = line.startsWith("training")
                ? "train_data: procedural\n"
                : line.startsWith("train_data") ? "training: {max_steps: 3}\n" : LEAST;

        // When // Then
        assertThatThrownBy(() -> TrainingConfiguration.of(new YAMLMapper().readTree(kept + line), folder))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_configuration"))
                .hasMessageContaining(message);
    }

    @Test
    void flatKeysMeanWhatThoseInSectionsMean() throws IOException {
        // Given
        causalBase();
        String nested = """
                base_model: base
                train_data: talks.jsonl
                lora: {r: 4, alpha: 16, dropout: 0.1}
                training: {num_epochs: 2, max_seq_length: 128, learning_rate: 1e-4}
                augmentation: {noise: 0.02, noise_probability: 0.7}
                load_in_4bit: true
                """;
        String flat = """
                base_model_name: base
                train_data: talks.jsonl
                lora_r: 4
                lora_alpha: 16
                lora_dropout: 0.1
                num_train_epochs: 2
                max_seq_length: 128
                learning_rate: 1e-4
                noise_std: 0.02
                noise_probability: 0.7
                use_qlora: true
                auto_merge_lora: false
                auto_merge_final: false
                load_from_full_model: true
                """;

        // When
        TrainingConfiguration one = TrainingConfiguration.of(new YAMLMapper().readTree(nested), folder);
        TrainingConfiguration other = TrainingConfiguration.of(new YAMLMapper().readTree(flat), folder);

        // Then
        assertThat(other).isEqualTo(one);
        assertThat(other.task()).isInstanceOfSatisfying(Task.Causal.class, task -> {
            assertThat(task.fourBit()).isTrue();
            assertThat(task.maxLength()).hasValue(128);
            assertThat(task.noise()).isEqualTo(new Task.PointNoise(0.7, 0.02));
            assertThat(task.tuning()).isInstanceOf(Task.Tuning.NewAdapter.class);
        });
        assertThat(other.precision()).isEqualTo("fp32");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lora_rank: 4 | lora_rank is not a known key; did you mean lora_r?",
                "max_seq_len: 4 | did you mean max_seq_length?",
                "model: {points: 4} | model is not a known key",
                "lora: {r: 4, target: [q_proj]} | did you mean target_modules?",
                "lora: {r: 4, dropout: 1.5} | lora.dropout must be from 0",
                "learning_rate: 0.1 | learning_rate says something else than training.learning_rate",
                "use_qlora: 1 | use_qlora must be true or false",
                "packing: true | packing is not a known key"
            })
    void aBadKeyOfALanguageModelIsNamed(String line, String message) throws IOException {
        // Given
        causalBase();
        String least = "base_model: base\ntrain_data: talks.jsonl\ntraining: {max_steps: 3, learning_rate: 1e-3}\n";

        // When // Then
        assertThatThrownBy(() -> TrainingConfiguration.of(new YAMLMapper().readTree(least + line), folder))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_configuration"))
                .hasMessageContaining(message);
    }

    @Test
    void aModelThatIsNotThereIsNamed() throws IOException {
        // Given
        String yaml = "base_model: nowhere\ntrain_data: talks.jsonl\ntraining: {max_steps: 3}\n";

        // When // Then
        assertThatThrownBy(() -> TrainingConfiguration.of(new YAMLMapper().readTree(yaml), folder))
                .hasMessageContaining("nowhere is none; ./cadwright model pull");
    }

    private void causalBase() throws IOException {
        Files.createDirectories(folder.resolve("base"));
        Files.writeString(folder.resolve("base/config.json"), "{\"model_type\": \"qwen2\"}");
    }
}
