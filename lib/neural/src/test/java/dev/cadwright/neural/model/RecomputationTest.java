package dev.cadwright.neural.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.Golden;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecomputationTest {
    private static final double FACTOR = 0.01;

    /** What a pass back leaves behind. */
    private record Result(double loss, List<float[]> gradients) {}

    @AfterEach
    void recordNothing() {
        TorchRuntime.recordGradients(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen2", "qwen3", "llama_fp16", "phi", "gemma", "gpt2", "mistral"})
    void layersComputedTwiceGiveTheGradientsOfLayersKept(String name) {
        // Given
        Path folder = Golden.trainings().getFirst().resolveSibling("../models").resolve(name);
        assumeTrue(Files.isDirectory(folder), "the reference model is not here: " + folder);

        // When
        Result kept = result(folder, false);
        Result recomputed = result(folder, true);

        // Then: sums of what comes together are in another order, and nothing else differs.
        assertThat(recomputed.loss()).isCloseTo(kept.loss(), within(1e-6));
        for (int i = 0; i < kept.gradients().size(); i++) {
            assertThat(Golden.difference(
                            recomputed.gradients().get(i), kept.gradients().get(i)))
                    .isLessThanOrEqualTo(5e-7);
        }
    }

    private static Result result(Path folder, boolean twice) {
        try (CausalModel model =
                        ModelLoader.loadCausal(Tiny.MANAGER, folder, LoadOptions.SINGLE_PRECISION.forTraining());
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            List<NDArray> parameters =
                    new ArrayList<>(model.modules().parameters().values());
            parameters.forEach(p -> p.setRequiresGradient(true));
            long[] ids = new long[2 * 24];
            long[] mask = new long[ids.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = 3 + i * 7 % 90;
                mask[i] = i < 40 ? 1 : 0;
            }
            NDArray rows = scope.create(ids, new Shape(2, 24));
            CausalInput input = CausalInput.of(rows).withMask(scope.create(mask, new Shape(2, 24)));
            TorchRuntime.recordGradients(true);
            double loss = twice ? model.backwardRecomputing(input, rows, FACTOR) : kept(model, input, rows, scope);
            return new Result(
                    loss,
                    parameters.stream().map(p -> p.getGradient().toFloatArray()).toList());
        }
    }

    private static double kept(CausalModel model, CausalInput input, NDArray labels, NDManager scope) {
        NDArray loss = model.ops().scale(model.loss(input, labels, false), FACTOR);
        JniUtils.backward((PtNDArray) loss, (PtNDArray) scope.ones(new Shape()), false, false);
        return loss.getFloat();
    }
}
