package dev.cadwright.neural.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.Golden;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.adapter.Adapters;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.ModelLoader;
import dev.cadwright.neural.model.SaveOptions;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.tensor.ForeignTensors;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What bitsandbytes makes of weights, this library makes of them too, code by code. */
class GoldenQuantizationTest {
    private static final double LOGITS = 2e-5;
    private static final String GATE = "model.layers.0.mlp.gate_proj";

    @TempDir
    private Path folder;

    @BeforeEach
    void recordNothing() {
        assertThat(Tiny.MANAGER.isOpen()).isTrue();
        TorchRuntime.recordGradients(false);
    }

    static List<Path> trainings() {
        return Golden.trainings().stream()
                .filter(t -> Files.isDirectory(t.resolve("qlora")))
                .toList();
    }

    private static CausalModel quantized(Path base, Quantization quantization) {
        return (CausalModel)
                QuantizedModels.load(Tiny.MANAGER, base, LoadOptions.SINGLE_PRECISION, quantization, _ -> {});
    }

    private static byte[] bytes(NDArray array) {
        return ForeignTensors.memory(array).toArray(ValueLayout.JAVA_BYTE);
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void codesAndScalesOfFourBitsEqualTheReference(Path training) {
        try (SafetensorsFile expected = SafetensorsFile.open(training.resolve("qlora/nf4.safetensors"));
                CausalModel plain = quantized(Golden.base(training), Quantization.NF4);
                CausalModel doubled = quantized(Golden.base(training), Quantization.NF4_DOUBLE);
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            // When
            SequencedMap<String, NDArray> single =
                    plain.modules().linear(GATE).linear().tensors();
            SequencedMap<String, NDArray> twice =
                    doubled.modules().linear(GATE).linear().tensors();

            // Then
            assertThat(bytes(single.get("weight")))
                    .isEqualTo(expected.bytes("packed").toArray(ValueLayout.JAVA_BYTE));
            assertThat(single.get("weight.absmax").toFloatArray()).isEqualTo(expected.floats("absmax"));
            assertThat(single.get("weight.quant_map").toFloatArray()).isEqualTo(expected.floats("code"));
            assertThat(bytes(twice.get("weight")))
                    .isEqualTo(expected.bytes("packed_double").toArray(ValueLayout.JAVA_BYTE));
            assertThat(bytes(twice.get("weight.absmax")))
                    .isEqualTo(expected.bytes("absmax_u8").toArray(ValueLayout.JAVA_BYTE));
            assertThat(twice.get("weight.nested_absmax").toFloatArray()).isEqualTo(expected.floats("nested_absmax"));
            assertThat(twice.get("weight.nested_quant_map").toFloatArray()).isEqualTo(expected.floats("nested_code"));
            assertThat(plain.modules().linear(GATE).weight(scope).toFloatArray())
                    .isEqualTo(expected.floats("dequantised"));
            assertThat(doubled.modules().linear(GATE).weight(scope).toFloatArray())
                    .isEqualTo(expected.floats("dequantised_double"));
        }
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void modelsInFourBitsGiveTheReferenceWithAndWithoutAnAdapter(Path training) {
        try (SafetensorsFile expected = SafetensorsFile.open(training.resolve("qlora/expected.safetensors"));
                CausalModel model = quantized(Golden.base(training), Quantization.NF4_DOUBLE);
                Adapters adapters = Adapters.on(model)) {
            // When
            float[] base = Golden.logits(model, expected);
            adapters.load("lora", training.resolve("lora/start"));
            float[] adapted = Golden.logits(model, expected);

            // Then
            double difference = Golden.difference(base, expected.floats("logits_nf4_base"));
            double withAdapter = Golden.difference(adapted, expected.floats("logits_nf4_base_lora"));
            Golden.report(training, "nf4 logits", difference);
            Golden.report(training, "nf4 logits with adapter", withAdapter);
            assertThat(difference).isLessThanOrEqualTo(LOGITS);
            assertThat(withAdapter).isLessThanOrEqualTo(LOGITS);
        }
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void aQuantisedCheckpointOfTheReferenceIsReadAndItsTwinIsWritten(Path training) {
        Path golden = training.resolve("qlora/checkpoint-nf4");
        if (!Files.isDirectory(golden)) {
            return;
        }
        Path own = folder.resolve("own");
        try (CausalModel model = quantized(Golden.base(training), Quantization.NF4_DOUBLE)) {
            QuantizedModels.save(model, own, Quantization.NF4_DOUBLE, SaveOptions.AS_READ);
        }
        try (SafetensorsFile expected = SafetensorsFile.open(training.resolve("qlora/expected.safetensors"));
                CausalModel model =
                        (CausalModel) QuantizedModels.load(Tiny.MANAGER, golden, LoadOptions.SINGLE_PRECISION);
                Checkpoint reference = Checkpoint.open(golden);
                Checkpoint twin = Checkpoint.open(own)) {
            double difference = Golden.difference(Golden.logits(model, expected), expected.floats("logits_nf4_base"));
            Golden.report(training, "checkpoint-nf4 logits", difference);
            assertThat(difference).isLessThanOrEqualTo(LOGITS);
            assertThat(twin.names()).containsExactlyInAnyOrderElementsOf(reference.names());
            for (String name : reference.names()) {
                if (!name.contains("quant_state")) {
                    assertThat(twin.bytes(name).mismatch(reference.bytes(name)))
                            .as(name)
                            .isNegative();
                }
            }
        }
        assertThatThrownBy(() -> ModelLoader.load(Tiny.MANAGER, golden, LoadOptions.SINGLE_PRECISION))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("quantized_checkpoint"));
    }

    @ParameterizedTest
    @EnumSource(Quantization.class)
    void whatIsSavedComputesTheSameWhenReadAgain(Quantization quantization) {
        // Given
        Path base = Golden.base(trainings().getFirst());
        Path saved = folder.resolve("saved");
        long[] ids = {5, 17, 250, 3, 3, 99, 12, 44, 100, 7, 8, 9};

        // When
        float[] before;
        try (CausalModel model = quantized(base, quantization)) {
            before = logits(model, ids);
            QuantizedModels.save(model, saved, quantization, SaveOptions.AS_READ);
        }

        // Then
        try (CausalModel model =
                (CausalModel) QuantizedModels.load(Tiny.MANAGER, saved, LoadOptions.SINGLE_PRECISION)) {
            assertThat(logits(model, ids)).isEqualTo(before);
        }
    }

    private static float[] logits(CausalModel model, long[] ids) {
        try (NDManager scope = Tiny.MANAGER.newSubManager()) {
            NDArray tokens = scope.create(ids, new Shape(1, ids.length));
            return model.forward(dev.cadwright.neural.model.CausalInput.of(tokens))
                    .logits()
                    .orElseThrow()
                    .toFloatArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Quantization.class)
    void fewRowsAndManyAreMultipliedWithTheSameWeight(Quantization quantization) {
        try (CausalModel model = quantized(Golden.base(trainings().getFirst()), quantization);
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            // Given
            Linear layer = model.modules().linear("model.layers.0.self_attn.q_proj");
            NDArray many = scope.randomUniform(-1, 1, new Shape(1, 32, layer.inputs()));

            // When
            float[] few = layer.apply(many.get(":, 0:1, :")).toFloatArray();
            float[] all = layer.apply(many).get(":, 0:1, :").toFloatArray();
            float[] wanted = model.ops()
                    .linear(
                            many.get(":, 0:1, :"),
                            layer.weight(scope),
                            java.util.Optional.ofNullable(layer.tensors().get("bias")))
                    .toFloatArray();

            // Then
            assertThat(Golden.difference(few, wanted)).isLessThanOrEqualTo(1e-5);
            assertThat(Golden.difference(all, wanted)).isLessThanOrEqualTo(1e-5);
        }
    }

    @ParameterizedTest
    @EnumSource(Quantization.class)
    void gradientsGoThroughAFrozenLayerToItsInput(Quantization quantization) {
        try (CausalModel model = quantized(Golden.base(trainings().getFirst()), quantization);
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            // Given
            Linear layer = model.modules().linear(GATE);
            NDArray x = scope.randomUniform(-1, 1, new Shape(3, layer.inputs()));
            x.setRequiresGradient(true);
            float[] wanted = layer.weight(scope).sum(new int[] {0}).toFloatArray();

            // When
            TorchRuntime.recordGradients(true);
            NDArray sum = layer.apply(x).sum();
            JniUtils.backward((PtNDArray) sum, (PtNDArray) scope.create(1f), false, false);

            // Then
            float[] gradient = x.getGradient().get(0).toFloatArray();
            assertThat(Golden.difference(gradient, wanted)).isLessThanOrEqualTo(1e-5);
        } finally {
            TorchRuntime.recordGradients(false);
        }
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void eightBitsStayWithinAHalfStepOfEachRow(Path training) {
        try (CausalModel full =
                        ModelLoader.loadCausal(Tiny.MANAGER, Golden.base(training), LoadOptions.SINGLE_PRECISION);
                CausalModel eight = quantized(Golden.base(training), Quantization.INT8);
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            // When
            float[] wanted = full.modules().linear(GATE).weight(scope).toFloatArray();
            float[] restored = eight.modules().linear(GATE).weight(scope).toFloatArray();
            float[] scales = eight.modules().linear(GATE).tensors().get("SCB").toFloatArray();

            // Then
            int columns = wanted.length / scales.length;
            for (int i = 0; i < wanted.length; i++) {
                assertThat(Math.abs(wanted[i] - restored[i])).isLessThanOrEqualTo(scales[i / columns] / 253);
            }
        }
    }
}
