package dev.cadwright.neural.nano;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NanoModelTest {
    private static final long[] TOKENS = {1, 3, 60, 150, 11, 114, 114, 60, 2};

    @TempDir
    private Path folder;

    @BeforeEach
    void recordNothing() {
        assertThat(Tiny.MANAGER.isOpen()).isTrue();
        TorchRuntime.recordGradients(false);
    }

    @Test
    void decodingStepByStepEqualsTheWholeForwardPass() {
        try (NDManager scope = Tiny.MANAGER.newSubManager();
                NanoModel model = NanoModel.initialise(scope, Tiny.CONFIGURATION, 3)) {
            // Given
            NDArray points = cloud(scope);
            float[] whole = logits(scope, model, points, NanoAdapter.NONE);

            // When
            NanoDecoding decoding = model.decode(scope, points, 2);

            // Then
            for (int t = 0; t < TOKENS.length; t++) {
                float[] step = decoding.step(new long[] {TOKENS[t], TOKENS[t]});
                for (int token = 0; token < BlockTokens.VOCABULARY; token++) {
                    float expected = whole[t * BlockTokens.VOCABULARY + token];
                    assertThat(step[token]).isCloseTo(expected, within(1e-4f));
                    assertThat(step[BlockTokens.VOCABULARY + token]).isCloseTo(expected, within(1e-4f));
                }
            }
        }
    }

    @Test
    void aMergedAdapterComputesTheSameAsTheAdapterBeside() {
        try (NDManager scope = Tiny.MANAGER.newSubManager();
                NanoModel model = NanoModel.initialise(scope, Tiny.CONFIGURATION, 3)) {
            // Given
            LoraAdapter adapter =
                    LoraAdapter.create(scope, model, 4, 8, List.of("query", "value", "mlp.up", "down"), 5);
            adapter.trainable().forEach(array -> array.addi(0.05));
            NDArray points = cloud(scope);

            // When
            float[] beside = logits(scope, model, points, adapter.active(0));
            float[] plain = logits(scope, model, points, NanoAdapter.NONE);
            NanoFolder.write(folder, NanoFolder.files(model.configuration(), adapter.merged(scope), ElementType.F32));

            // Then
            try (NanoModel merged = NanoFolder.load(scope, folder)) {
                assertThat(logits(scope, merged, points, NanoAdapter.NONE))
                        .usingComparatorWithPrecision(1e-4f)
                        .containsExactly(beside);
                assertThat(plain).isNotEqualTo(beside);
            }
        }
    }

    @Test
    void anAdapterSurvivesItsFolder() {
        try (NDManager scope = Tiny.MANAGER.newSubManager();
                NanoModel model = NanoModel.initialise(scope, Tiny.CONFIGURATION, 3)) {
            // Given
            LoraAdapter adapter = LoraAdapter.create(scope, model, 4, 8, List.of("query"), 5);
            adapter.trainable().forEach(array -> array.addi(0.05));

            // When
            NanoFolder.write(folder, adapter.files("base"));
            LoraAdapter read = LoraAdapter.load(scope, model, folder);

            // Then
            assertThat(read.names()).isEqualTo(adapter.names());
            for (int i = 0; i < read.trainable().size(); i++) {
                assertThat(read.trainable().get(i).toFloatArray())
                        .isEqualTo(adapter.trainable().get(i).toFloatArray());
            }
        }
    }

    @Test
    void anAdapterOfUnknownModulesIsRefused() {
        try (NDManager scope = Tiny.MANAGER.newSubManager();
                NanoModel model = NanoModel.initialise(scope, Tiny.CONFIGURATION, 3)) {
            // When // Then
            assertThatThrownBy(() -> LoraAdapter.create(scope, model, 4, 8, List.of("q_proj"), 5))
                    .isInstanceOf(NeuralException.class)
                    .hasMessageContaining("q_proj");
        }
    }

    @Test
    void aFolderOfAnotherModelIsRefused() throws IOException {
        // Given
        Files.writeString(folder.resolve("config.json"), "{\"model_type\":\"llama\"}");

        // When // Then
        assertThatThrownBy(() -> NanoFolder.configuration(folder))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_model"));
    }

    private static NDArray cloud(NDManager scope) {
        return scope.create(Tiny.clouds(1).getFirst(), new Shape(1, Tiny.POINTS, 3));
    }

    private static float[] logits(NDManager scope, NanoModel model, NDArray points, NanoAdapter adapter) {
        return model.logits(scope, points, scope.create(TOKENS, new Shape(1, TOKENS.length)), adapter)
                .toFloatArray();
    }
}
