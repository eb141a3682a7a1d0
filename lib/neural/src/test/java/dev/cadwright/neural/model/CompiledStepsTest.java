package dev.cadwright.neural.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.Golden;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.kernels.KernelEngine;
import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.quantize.QuantizedModels;
import dev.cadwright.neural.speed.ModelShape;
import dev.cadwright.neural.speed.RandomCheckpoint;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledStepsTest {
    private static final ModelShape SHAPE = new ModelShape(128, 3, 4, 2, 192, 96, 64, "float32");
    private static final long[][] TOKENS = {{5, 17, 33, 2, 61, 8}, {9, 3, 3, 90, 41, 7}};
    private static final long[][] MASK = {{1, 1, 1, 1, 1, 1}, {0, 0, 1, 1, 1, 1}};
    private static final long[][] POSITIONS = {{0, 1, 2, 3, 4, 5}, {0, 0, 0, 1, 2, 3}};

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTheLibrary() {
        assumeTrue(KernelEngine.shared().isPresent(), "the kernels are not built: sh lib/neural/native/build.sh");
        assertThat(Tiny.MANAGER.isOpen()).isTrue();
        TorchRuntime.recordGradients(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"llama", "llama3_rope", "mistral", "qwen2", "qwen2_bf16_sharded", "qwen2_yarn", "qwen3", "gemma"
            })
    void stepsOfGoldenModelsGiveTheLogitsOfAForwardPass(String name) {
        Path golden = Golden.base(Golden.trainings().getFirst().resolveSibling(name));
        try (CausalModel model = ModelLoader.loadCausal(Tiny.MANAGER, golden, LoadOptions.SINGLE_PRECISION)) {
            assertThat(difference(model)).isLessThan(2e-5);
        }
    }

    @Test
    void stepsInSixteenBitsStayWithinTheRoundingOfAForwardPass() throws Exception {
        RandomCheckpoint.write(SHAPE, folder.resolve("model"));
        try (CausalModel model = ModelLoader.loadCausal(
                Tiny.MANAGER, folder.resolve("model"), LoadOptions.SINGLE_PRECISION.in(ScalarType.BF16))) {
            assertThat(difference(model)).isLessThan(0.02);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"int8", "nf4"})
    void stepsOverQuantisedWeightsGiveTheLogitsOfRestoredOnes(String quantization) throws Exception {
        RandomCheckpoint.write(SHAPE, folder.resolve("model"));
        try (CausalModel model = (CausalModel) QuantizedModels.load(
                Tiny.MANAGER,
                folder.resolve("model"),
                LoadOptions.SINGLE_PRECISION,
                Quantization.named(quantization, false),
                _ -> {})) {
            assertThat(difference(model)).isLessThan(2e-5);
        }
    }

    @Test
    void aReplacedLayerIsHeeded() throws Exception {
        // Given
        RandomCheckpoint.write(SHAPE, folder.resolve("model"));
        try (CausalModel model =
                ModelLoader.loadCausal(Tiny.MANAGER, folder.resolve("model"), LoadOptions.SINGLE_PRECISION)) {
            difference(model);

            // When
            model.modules().replace("model.layers.1.mlp.down_proj", before -> {
                NDArray twice = before.weight(model.manager()).mul(2);
                twice.attach(model.manager());
                return new DenseLinear(model.ops(), twice, Optional.empty());
            });

            // Then
            assertThat(difference(model)).isLessThan(2e-5);
        }
    }

    /** The largest difference of logits between steps over a cache, in a batch with padding, and one pass. */
    private static double difference(CausalModel model) {
        try (NDManager scope = model.manager().newSubManager();
                PreallocatedCache cache = model.cache(scope, 2, 8)) {
            NDArray whole = model.ops()
                    .cast(model.forward(input(scope, 0, 6, 6)).logits().orElseThrow(), ScalarType.F32);
            model.forward(input(scope, 0, 3, 3).withCache(cache));
            double worst = 0;
            for (int at = 3; at < 6; at++) {
                CausalInput token = input(scope, at, at + 1, at + 1).withCache(cache);
                NDArray logits = model.next(token);
                NDArray expected = model.ops().slice(whole, 1, at, at + 1);
                worst = Math.max(worst, logits.sub(expected).abs().max().toFloatArray()[0]);
            }
            assertThat(model.isCompiled()).isTrue();
            return worst;
        }
    }

    private static CausalInput input(NDManager scope, int from, int to, int seen) {
        return CausalInput.of(part(scope, TOKENS, from, to))
                .withMask(part(scope, MASK, 0, seen))
                .withPositions(part(scope, POSITIONS, from, to));
    }

    private static NDArray part(NDManager scope, long[][] rows, int from, int to) {
        long[] flat = new long[rows.length * (to - from)];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = rows[i / (to - from)][from + i % (to - from)];
        }
        return scope.create(flat, new Shape(rows.length, to - from));
    }
}
