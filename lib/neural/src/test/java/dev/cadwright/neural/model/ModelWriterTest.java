package dev.cadwright.neural.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelWriterTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void recordNothing() {
        assertThat(Tiny.MANAGER.isOpen()).isTrue();
        TorchRuntime.recordGradients(false);
    }

    static List<Path> models() {
        return Expected.folders();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSavedModelHoldsTheSameTensorsBitByBitUnderTheSameNames(Path golden) {
        // Given
        Path saved = folder.resolve("saved");

        // When
        try (Model model = ModelLoader.load(Tiny.MANAGER, golden, LoadOptions.SINGLE_PRECISION)) {
            ModelWriter.save(model, saved, SaveOptions.AS_READ.withShardsOf(40_000));
        }

        // Then
        try (Checkpoint before = Checkpoint.open(golden);
                Checkpoint after = Checkpoint.open(saved)) {
            assertThat(Files.exists(saved.resolve(Checkpoint.INDEX))).isTrue();
            assertThat(after.names()).containsExactlyInAnyOrderElementsOf(before.names());
            for (String name : before.names()) {
                assertThat(after.entry(name).type())
                        .isEqualTo(before.entry(name).type());
                assertThat(after.entry(name).shape())
                        .isEqualTo(before.entry(name).shape());
                assertThat(after.bytes(name).mismatch(before.bytes(name)))
                        .as(name)
                        .isNegative();
            }
        }
    }

    @Test
    void aModelSavedInAnotherTypeComputesWhatItsRoundedWeightsSay() {
        // Given
        Path golden = Expected.folders().stream()
                .filter(f -> f.getFileName().toString().startsWith("qwen2"))
                .findFirst()
                .orElseThrow();
        Path rounded = folder.resolve("rounded");
        Path widened = folder.resolve("widened");

        // When
        try (Model model = ModelLoader.load(Tiny.MANAGER, golden, LoadOptions.SINGLE_PRECISION)) {
            ModelWriter.save(model, rounded, SaveOptions.AS_READ.in(ScalarType.BF16));
        }
        try (Model model = ModelLoader.load(Tiny.MANAGER, rounded, LoadOptions.SINGLE_PRECISION)) {
            assertThat(model.configuration().storedType()).hasValue("bfloat16");
            ModelWriter.save(model, widened, SaveOptions.AS_READ.in(ScalarType.F32));
        }

        // Then
        assertThat(logits(widened)).isEqualTo(logits(rounded));
    }

    @Test
    void whatIsThereAlreadyIsNotOverwritten() {
        // Given
        Path golden = Expected.folders().getFirst();

        // When // Then
        try (Model model = ModelLoader.load(Tiny.MANAGER, golden, LoadOptions.SINGLE_PRECISION)) {
            assertThatThrownBy(() -> ModelWriter.save(model, folder, SaveOptions.AS_READ))
                    .isInstanceOfSatisfying(
                            NeuralException.class, e -> assertThat(e.code()).isEqualTo("folder_exists"));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static float[] logits(Path model) {
        try (CausalModel loaded = ModelLoader.loadCausal(Tiny.MANAGER, model, LoadOptions.SINGLE_PRECISION);
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            NDArray ids = scope.create(new long[][] {{5, 17, 150, 3, 3, 99}});
            return loaded.forward(CausalInput.of(ids)).logits().orElseThrow().toFloatArray();
        }
    }
}
