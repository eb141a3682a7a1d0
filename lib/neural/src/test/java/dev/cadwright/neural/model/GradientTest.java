package dev.cadwright.neural.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientTest {
    @BeforeEach
    void recordGradients() {
        assertThat(Tiny.MANAGER.isOpen()).isTrue();
        TorchRuntime.recordGradients(true);
    }

    @AfterEach
    void recordNothing() {
        TorchRuntime.recordGradients(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen2", "qwen3"})
    void theFirstStepOfAReferenceTrainingHasItsLossAndGradientNorm(String name) throws IOException {
        // Given
        Path golden = Expected.folders().getFirst().resolveSibling(name);
        Path training = golden.getParent().resolveSibling("training").resolve(name);
        assumeTrue(Files.isDirectory(training), "the reference trainings are not here: " + training);
        JsonNode wanted = JsonMapper.builder()
                .build()
                .readTree(training.resolve("full.json").toFile())
                .path("steps")
                .path(0);
        LoadOptions options = LoadOptions.SINGLE_PRECISION.forTraining();
        try (CausalModel model = ModelLoader.loadCausal(Tiny.MANAGER, golden, options);
                Expected batches = new Expected(training.resolve("batches.safetensors"));
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            model.modules().parameters().values().forEach(p -> p.setRequiresGradient(true));
            CausalInput input = CausalInput.of(first(batches, "input_ids", scope))
                    .withMask(first(batches, "attention_mask", scope));

            // When
            NDArray loss = model.loss(input, first(batches, "labels", scope), true);
            JniUtils.backward((PtNDArray) loss, (PtNDArray) scope.create(1f), false, false);

            // Then
            double squares = model.modules().parameters().values().stream()
                    .mapToDouble(parameter -> squares(parameter.getGradient()))
                    .sum();
            assertThat((double) loss.getFloat()).isCloseTo(wanted.path("loss").asDouble(), within(2e-5));
            double norm = wanted.path("grad_norm").asDouble();
            assertThat(Math.sqrt(squares)).isCloseTo(norm, within(1e-5 * norm));
        }
    }

    private static NDArray first(Expected batches, String name, NDManager scope) {
        return batches.array(scope, name).get(0);
    }

    private static double squares(NDArray gradient) {
        double sum = 0;
        for (float value : gradient.toFloatArray()) {
            sum += (double) value * value;
        }
        return sum;
    }
}
