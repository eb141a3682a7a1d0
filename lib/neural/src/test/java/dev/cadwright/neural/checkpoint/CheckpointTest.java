package dev.cadwright.neural.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.safetensors.SafetensorsStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    @TempDir
    private Path folder;

    @Test
    void shardsAreReadAsOneCheckpoint() throws IOException {
        // Given
        shard("model-00001-of-00002.safetensors", "a", 1);
        shard("model-00002-of-00002.safetensors", "b", 2);
        index(
                "{\"weight_map\":{\"a\":\"model-00001-of-00002.safetensors\",\"b\":\"model-00002-of-00002.safetensors\"}}");

        // When
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            // Then
            assertThat(checkpoint.names()).containsExactly("a", "b");
            assertThat(checkpoint.bytes("b").toArray(ValueLayout.JAVA_BYTE)).containsExactly(2, 2);
            assertThat(checkpoint.size()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"weight_map\":{\"a\":\"../model.safetensors\"}}",
                "{\"weight_map\":{\"a\":\"/etc/model.safetensors\"}}",
                "{\"weight_map\":{\"a\":\"sub/model.safetensors\"}}",
                "{\"weight_map\":{\"a\":\"..\\\\model.safetensors\"}}",
                "{\"weight_map\":{\"a\":\"C:model.safetensors\"}}",
                "{\"weight_map\":{\"a\":\"model.bin\"}}",
                "{\"weight_map\":{\"a\":\".safetensors\"}}",
                "{\"weight_map\":{\"a\":7}}",
                "{\"weight_map\":{\"a\":\"missing.safetensors\"}}",
                "{\"weight_map\":{\"elsewhere\":\"shard.safetensors\"}}",
                "{\"weight_map\":"
            })
    void aLyingIndexIsRefused(String json) throws IOException {
        // Given
        shard("shard.safetensors", "a", 1);
        index(json);

        // When // Then
        assertRefused("bad_checkpoint");
    }

    @Test
    void aPickleIsRefusedWithTheCommandThatConvertsIt() throws IOException {
        // Given
        Files.write(folder.resolve("pytorch_model.bin"), new byte[] {(byte) 0x80, 2});

        // When // Then
        assertThatThrownBy(() -> Checkpoint.open(folder)).isInstanceOfSatisfying(NeuralException.class, e -> {
            assertThat(e.code()).isEqualTo("pickled_checkpoint");
            assertThat(e).hasMessageContaining("python -c").hasMessageContaining("save_pretrained");
        });
    }

    @Test
    void anEmptyFolderIsNoCheckpoint() {
        // When // Then
        assertRefused("no_checkpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"a\":1,\"a\":2}", "{", ""})
    void aBrokenConfigurationIsRefused(String json) throws IOException {
        // Given
        Files.writeString(folder.resolve("config.json"), json);

        // When // Then
        assertThatThrownBy(() -> Configuration.ofFolder(folder))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_config"));
    }

    @Test
    void aValueOfTheWrongTypeNamesItsKey() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("config.json"),
                "{\"hidden_size\":-4,\"model_type\":3,\"rms_norm_eps\":\"x\",\"text_config\":[]}");
        Configuration configuration = Configuration.ofFolder(folder);

        // When // Then
        assertThatThrownBy(() -> configuration.size("hidden_size")).hasMessageContaining("hidden_size");
        assertThatThrownBy(configuration::modelType).hasMessageContaining("model_type");
        assertThatThrownBy(() -> configuration.number("rms_norm_eps")).hasMessageContaining("rms_norm_eps");
        assertThatThrownBy(() -> configuration.section("text_config")).hasMessageContaining("text_config");
        assertThatThrownBy(() -> configuration.size("vocab_size")).hasMessageContaining("vocab_size is missing");
    }

    private void assertRefused(String code) {
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void index(String json) throws IOException {
        Files.writeString(folder.resolve(Checkpoint.INDEX), json);
    }

    private void shard(String name, String tensor, int value) {
        SafetensorsStream.write(
                folder.resolve(name),
                Map.of(),
                List.of(new PlannedTensor(tensor, ElementType.U8, new long[] {2})),
                (_, sink) -> sink.accept(MemorySegment.ofArray(new byte[] {(byte) value, (byte) value})));
    }
}
