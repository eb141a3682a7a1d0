package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelTrainTest {
    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @Test
    void anAdapterIsTrainedAsTheReferenceTrainsIt() throws IOException {
        // Given
        Path golden = golden();
        Path config = Files.writeString(folder.resolve("train.yaml"), """
                base_model: %s
                train_data: %s
                adapter: %s
                training:
                  num_epochs: 2.5
                  learning_rate: 0.001
                  lr_scheduler_type: cosine
                  warmup_ratio: 0.25
                  weight_decay: 0.01
                  logging_steps: 10
                device: cpu
                """.formatted(
                        golden.resolve("../../models/qwen2").normalize(),
                        golden.resolve("batches.safetensors"),
                        golden.resolve("lora/start")));

        // When
        List<JsonNode> lines = CommandLineRun.of(
                        home,
                        "train",
                        "--config",
                        config,
                        "--set",
                        "training.logging_steps=1",
                        "--out",
                        folder.resolve("run"),
                        "--json")
                .succeeded()
                .lines();

        // Then
        JsonNode wanted = ContractJson.mapper()
                .readTree(golden.resolve("lora/expected.json").toFile())
                .path("steps");
        assertThat(lines).hasSize(wanted.size() + 1);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(lines.get(i).fieldNames())
                    .toIterable()
                    .containsExactly("step", "epoch", "loss", "grad_norm", "lr", "tokens", "tokens_per_second");
            assertThat(lines.get(i).path("loss").asDouble())
                    .isCloseTo(wanted.get(i).path("loss").asDouble(), within(2e-5));
        }
        JsonNode end = lines.getLast();
        assertThat(Path.of(end.path("run").asText())).isEqualTo(folder.resolve("run"));
        assertThat(Path.of(end.path("best").asText()).resolve("adapter_model.safetensors"))
                .hasSameBinaryContentAs(Path.of(end.path("checkpoint").asText()).resolve("adapter_model.safetensors"));
    }

    @Test
    void aModelThatIsNowhereIsNamed() throws IOException {
        // Given
        Path config = Files.writeString(
                folder.resolve("train.yaml"),
                "base_model: ./nowhere\ntrain_data: talks.jsonl\ntraining: {max_steps: 1}\n");

        // When
        CommandLineRun run = CommandLineRun.of(home, "train", "--config", config, "--out", folder.resolve("run"));

        // Then
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere is none; ./cadwright model pull brings one from the hub");
    }

    private static Path golden() {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path data = shared == null ? CommandLineRun.ROOT.resolve("../shared") : Path.of(shared);
        Path golden = data.resolve("data/golden/training/qwen2").normalize();
        assumeTrue(Files.isDirectory(golden), "the reference training is not here: " + golden);
        return golden.toAbsolutePath();
    }
}
