package dev.cadwright.hub.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.testkit.SampleModels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDescriptionTest {
    @TempDir
    Path folder;

    @Test
    void aModelIsDescribedByItsFilesAlone() throws Exception {
        // Given
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"qwen2\"}");
        Files.writeString(folder.resolve("README.md"), "---\nlicense: mit\n---\n");
        Files.write(folder.resolve("model-00001-of-00002.safetensors"), SampleModels.weights(100, 1));
        Files.write(folder.resolve("model-00002-of-00002.safetensors"), SampleModels.weights(50, 2));
        Files.write(folder.resolve("pytorch_model.bin"), new byte[10]);

        // When
        ModelDescription model = ModelDescription.of(folder);

        // Then
        assertThat(model.family()).contains("qwen2");
        assertThat(model.parameters()).isEqualTo(Map.of("F32", 150L));
        assertThat(model.licence()).contains("mit");
        assertThat(model.pickles()).containsExactly("pytorch_model.bin");
        assertThat(model.weightBytes()).isGreaterThan(600).isLessThan(model.bytes());
    }

    @Test
    void anAdapterSaysWhatItBelongsTo() throws Exception {
        // Given
        Files.writeString(
                folder.resolve("adapter_config.json"),
                "{\"peft_type\": \"LORA\", \"base_model_name_or_path\": \"org/base\"}");

        // When
        ModelDescription adapter = ModelDescription.of(folder);

        // Then
        assertThat(adapter.isAdapter()).isTrue();
        assertThat(adapter.family()).contains("lora");
        assertThat(adapter.base()).contains("org/base");
    }

    @Test
    void brokenWeightsAndFoldersWithoutAModelAreRefused() throws Exception {
        // Given
        Path weights = folder.resolve("model.safetensors");
        byte[] huge = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1L << 60)
                .array();

        // When, then
        assertThatExceptionOfType(HubException.class).isThrownBy(() -> ModelDescription.of(folder));
        Files.writeString(folder.resolve("config.json"), "{}");
        for (byte[] content : new byte[][] {
            {}, {1, 2}, huge, "\2\0\0\0\0\0\0\0[]".getBytes(java.nio.charset.StandardCharsets.US_ASCII)
        }) {
            Files.write(weights, content);
            assertThatExceptionOfType(HubException.class)
                    .isThrownBy(() -> ModelDescription.of(folder))
                    .withMessageContaining("no safetensors file");
        }
    }
}
