package dev.cadwright.neural.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of golden results: what transformers computes, this library computes too. A new folder needs no new
 * code.
 */
class GoldenModelsTest {
    private static final double LOGITS = 2e-5;
    private static final double LOSS = 1e-5;
    private static final double NATIVE_BF16 = 0.1;
    private static final double NATIVE_F16 = 0.01;

    @BeforeEach
    void recordNothing() {
        assertThat(Tiny.MANAGER.isOpen()).isTrue();
        TorchRuntime.recordGradients(false);
    }

    /** A folder read with one of its configurations. */
    record Case(Path folder, String configuration) {
        @Override
        public String toString() {
            return folder.getFileName() + " " + configuration;
        }

        Model load(ScalarType type) {
            return ModelLoader.load(
                    Tiny.MANAGER,
                    folder,
                    Configuration.read(folder.resolve(configuration)),
                    LoadOptions.SINGLE_PRECISION.in(type));
        }

        Expected expected(String name) {
            return new Expected(folder.resolve(name));
        }

        void report(String quantity, double difference) {
            System.out.printf(Locale.ROOT, "golden %-40s %-36s %.2e%n", this, quantity, difference);
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Path folder : Expected.folders()) {
            for (String configuration : List.of("config.json", "config.v4.json")) {
                Path file = folder.resolve(configuration);
                if (Files.exists(file)
                        && ModelLoader.families()
                                .contains(Configuration.read(file).modelType())
                        && !folder.endsWith("cad_recode")) {
                    cases.add(new Case(folder, configuration));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logitsStatesAndLossEqualTheReference(Case golden) {
        try (Model model = golden.load(ScalarType.F32);
                Expected expected = golden.expected("expected.safetensors");
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            switch (model) {
                case CausalModel causal -> compare(golden, causal, expected, scope);
                case EncoderDecoderModel both -> compare(golden, both, expected, scope);
            }
        }
    }

    private static void compare(Case golden, CausalModel model, Expected expected, NDManager scope) {
        // Given
        CausalInput input = input(expected, scope).withHiddenStates();

        // When
        CausalOutput output = model.forward(input);

        // Then
        NDArray logits = output.logits().orElseThrow();
        within(golden, "logits", expected, model, logits, LOGITS);
        within(golden, "last_hidden_state", expected, model, output.lastHiddenState(), LOGITS);
        for (int i = 0; i < output.hiddenStates().size(); i++) {
            within(
                    golden,
                    "hidden_states." + i,
                    expected,
                    model,
                    output.hiddenStates().get(i),
                    LOGITS);
        }
        if (expected.has("labels") && expected.has("loss")) {
            NDArray loss = model.ops().crossEntropy(logits, model.ops().shift(expected.array(scope, "labels")), true);
            within(golden, "loss", expected, model, loss, LOSS);
        }
    }

    private static void compare(Case golden, EncoderDecoderModel model, Expected expected, NDManager scope) {
        // Given
        NDArray labels = expected.array(scope, "labels");
        Optional<NDArray> mask = Optional.of(expected.array(scope, "attention_mask"));

        // When
        EncoderDecoderModel.Encoded encoded = model.encode(expected.array(scope, "input_ids"), mask);
        CausalOutput output = model.decode(CausalInput.of(model.decoderIds(labels)), encoded);

        // Then
        NDArray logits = output.logits().orElseThrow();
        within(golden, "logits", expected, model, logits, LOGITS);
        within(golden, "encoder_last_hidden_state", expected, model, encoded.lastHiddenState(), LOGITS);
        within(golden, "decoder_last_hidden_state", expected, model, output.lastHiddenState(), LOGITS);
        within(golden, "loss", expected, model, model.ops().crossEntropy(logits, labels, true), LOSS);
        int count = (int) expected.shape("generated_ids")[1];
        assertThat(Greedy.write(model, encoded, count, scope)).isEqualTo(expected.integers("generated_ids"));
    }

    static CausalInput input(Expected expected, NDManager scope) {
        CausalInput input = CausalInput.of(expected.array(scope, "input_ids")).withMedia(expected.media(scope));
        if (expected.has("attention_mask")) {
            input = input.withMask(expected.array(scope, "attention_mask"));
        }
        if (expected.has("position_ids")) {
            input = input.withPositions(expected.array(scope, "position_ids"));
        }
        return input;
    }

    private static void within(
            Case golden, String name, Expected expected, Model model, NDArray actual, double tolerance) {
        if (expected.has(name)) {
            double difference = expected.difference(name, model.ops(), actual);
            golden.report(name, difference);
            assertThat(difference).as("%s of %s", name, golden).isLessThanOrEqualTo(tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generationWithACacheWritesTheSameTokens(Case golden) {
        try (Model model = golden.load(ScalarType.F32);
                Expected expected = golden.expected("expected.safetensors");
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            if (model instanceof CausalModel causal && expected.has("prompt_ids")) {
                // Given
                NDArray prompt = expected.array(scope, "prompt_ids");
                long[] wanted = expected.integers("generated_ids");

                // When
                long[] written =
                        Greedy.write(causal, CausalInput.of(prompt), (int) expected.shape("generated_ids")[1], scope);

                // Then
                assertThat(written).isEqualTo(wanted);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leftPaddedRowsEqualTheReference(Case golden) {
        if (!Files.exists(golden.folder().resolve("expected_leftpad.safetensors"))) {
            return;
        }
        try (Model model = golden.load(ScalarType.F32);
                Expected expected = golden.expected("expected_leftpad.safetensors");
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            // Given
            CausalModel causal = (CausalModel) model;
            CausalInput input = input(expected, scope);

            // When
            NDArray logits = causal.forward(input).logits().orElseThrow();
            long[] written = Greedy.write(causal, input, (int) expected.shape("generated_ids")[1], scope);

            // Then
            double difference = seen(expected, Expected.floats(model.ops(), logits));
            golden.report("left-padded logits", difference);
            assertThat(difference).isLessThanOrEqualTo(LOGITS);
            assertThat(written).isEqualTo(expected.integers("generated_ids"));
        }
    }

    /** The largest difference at positions that hold a token. */
    private static double seen(Expected expected, float[] logits) {
        long[] mask = expected.integers("attention_mask");
        float[] wanted = expected.floats("logits");
        int width = logits.length / mask.length;
        double most = 0;
        for (int i = 0; i < logits.length; i++) {
            if (mask[i / width] != 0) {
                most = Math.max(most, Math.abs(logits[i] - wanted[i]));
            }
        }
        return most;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theStoredTypeGivesTheReferenceWithinItsRounding(Case golden) {
        try (Expected expected = golden.expected("expected.safetensors")) {
            if (!expected.has("logits_native_dtype")) {
                return;
            }
            boolean brain = Configuration.read(golden.folder().resolve(golden.configuration()))
                    .storedType()
                    .orElse("")
                    .equals("bfloat16");
            try (Model model = golden.load(brain ? ScalarType.BF16 : ScalarType.F16);
                    NDManager scope = Tiny.MANAGER.newSubManager()) {
                // When
                NDArray logits = ((CausalModel) model)
                        .forward(input(expected, scope))
                        .logits()
                        .orElseThrow();

                // Then
                double difference = expected.difference("logits_native_dtype", model.ops(), logits);
                golden.report("logits_native_dtype", difference);
                assertThat(difference).isLessThanOrEqualTo(brain ? NATIVE_BF16 : NATIVE_F16);
            }
        }
    }
}
