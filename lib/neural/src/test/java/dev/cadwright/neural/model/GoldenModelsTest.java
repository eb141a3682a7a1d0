package dev.cadwright.neural.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.ScalarType;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                                .contains(Configuration.read(file).modelType())) {
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
                case VisionModel vision -> compare(golden, vision, expected, scope);
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
        visible(golden, "logits", expected, model, logits);
        visible(golden, "last_hidden_state", expected, model, output.lastHiddenState());
        int time = input.time();
        within(
                golden,
                "logits_last16",
                expected,
                model,
                model.ops().slice(logits, 1, Math.max(0, time - 16), time),
                LOGITS);
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

    private static void compare(Case golden, VisionModel model, Expected expected, NDManager scope) {
        // When
        VisionOutput output = model.forward(expected.array(scope, "pixel_values"));

        // Then
        within(golden, "last_hidden_state", expected, model, output.lastHiddenState(), LOGITS);
        within(golden, "pooler_output", expected, model, output.pooled().orElseThrow(), LOGITS);
        int count = output.hiddenStates().size();
        within(golden, "penultimate", expected, model, output.hiddenStates().get(count - 2), LOGITS);
        for (int i = 0; i < count; i++) {
            within(
                    golden,
                    "hidden_states." + i,
                    expected,
                    model,
                    output.hiddenStates().get(i),
                    LOGITS);
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

    /** The text alone, points and the token behind them, or the whole input. */
    private static CausalInput prompt(CausalModel model, Expected expected, NDManager scope) {
        if (expected.has("prompt_ids")) {
            NDArray ids = expected.array(scope, "prompt_ids");
            long rows = ids.getShape().get(0);
            Map<String, NDArray> media = new LinkedHashMap<>();
            expected.media(scope)
                    .forEach((name, array) -> media.put(name, model.ops().slice(array, 0, 0, rows)));
            return CausalInput.of(ids).withMedia(media);
        }
        return expected.has("point_cloud") ? pointPrompt(expected, scope) : input(expected, scope);
    }

    private static CausalInput pointPrompt(Expected expected, NDManager scope) {
        int rows = (int) expected.shape("point_cloud")[0];
        int points = (int) expected.shape("point_cloud")[1];
        long[] ids = new long[rows * (points + 1)];
        long[] mask = new long[rows * (points + 1)];
        for (int i = 0; i < ids.length; i++) {
            boolean start = i % (points + 1) == points;
            ids[i] = start ? 1 : 0;
            mask[i] = start ? 1 : -1;
        }
        Shape shape = new Shape(rows, points + 1);
        return CausalInput.of(scope.create(ids, shape))
                .withMask(scope.create(mask, shape))
                .withMedia(expected.media(scope));
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
            assertThat(difference)
                    .as("%s of %s", name, golden)
                    .isLessThanOrEqualTo(tolerance * magnitude(expected.floats(name)));
        }
    }

    /** Rounding grows with the numbers; those of the tolerance table are up to 4. */
    private static double magnitude(float[] values) {
        double most = 4;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most / 4;
    }

    /** States of positions that hold nothing mean nothing. */
    private static void visible(Case golden, String name, Expected expected, Model model, NDArray actual) {
        if (expected.has(name)) {
            float[] wanted = expected.floats(name);
            float[] values = Expected.floats(model.ops(), actual);
            long[] mask = expected.has("attention_mask") ? expected.integers("attention_mask") : new long[] {1};
            int width = values.length / mask.length;
            double difference = 0;
            for (int i = 0; i < values.length; i++) {
                difference = mask[i / width] == 0
                        ? difference
                        : Math.max(difference, Math.abs((double) values[i] - wanted[i]));
            }
            golden.report(name, difference);
            assertThat(difference).as("%s of %s", name, golden).isLessThanOrEqualTo(LOGITS * magnitude(wanted));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generationWithACacheWritesTheSameTokens(Case golden) {
        try (Model model = golden.load(ScalarType.F32);
                Expected expected = golden.expected("expected.safetensors");
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            if (model instanceof CausalModel causal && expected.has("generated_ids")) {
                // Given
                CausalInput prompt = prompt(causal, expected, scope);
                long[] wanted = expected.integers("generated_ids");

                // When
                long[] written = Greedy.write(causal, prompt, (int) expected.shape("generated_ids")[1], scope);

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
    void positionsOfMediaAreCountedAsTheReferenceCounts(Case golden) {
        try (Expected expected = golden.expected("expected.safetensors")) {
            if (!expected.has("position_ids") || !expected.has("rope_deltas")) {
                return;
            }
            try (Model model = golden.load(ScalarType.F32);
                    NDManager scope = Tiny.MANAGER.newSubManager()) {
                // When
                PromptPositions positions = ((CausalModel) model).positions(input(expected, scope));

                // Then
                assertThat(positions.ids().toLongArray()).isEqualTo(expected.integers("position_ids"));
                long[] deltas = expected.integers("rope_deltas");
                for (int row = 0; row < deltas.length; row++) {
                    long visible = visible(expected, row);
                    assertThat(positions.next()[row]).isEqualTo(visible + deltas[row]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anImagesTokenIsRepeatedForEachOfItsPatches(Case golden) {
        try (Expected expected = golden.expected("expected.safetensors")) {
            if (!expected.has("input_ids_unexpanded")) {
                return;
            }
            try (Model model = golden.load(ScalarType.F32)) {
                // Given
                long[] brief = expected.integers("input_ids_unexpanded");
                int time = (int) expected.shape("input_ids_unexpanded")[1];
                ImageTokens images = ((CausalModel) model).imageTokens().orElseThrow();

                // When
                long[] first = images.expand(Arrays.copyOf(brief, time));

                // Then
                assertThat(first).isEqualTo(Arrays.copyOf(expected.integers("input_ids"), first.length));
            }
        }
    }

    private static long visible(Expected expected, int row) {
        int time = (int) expected.shape("attention_mask")[1];
        return Arrays.stream(expected.integers("attention_mask"), row * time, (row + 1) * time)
                .filter(m -> m != 0)
                .count();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointsInSinglePrecisionBesideAHalfPreciseDecoderGiveTheReference(Case golden) {
        String name = "logits_last16_bf16_fp32encoder";
        try (Expected expected = golden.expected("expected.safetensors")) {
            if (!expected.has(name)) {
                return;
            }
            try (Model model = golden.load(ScalarType.BF16);
                    NDManager scope = Tiny.MANAGER.newSubManager()) {
                // When
                CausalInput input = input(expected, scope);
                NDArray logits = ((CausalModel) model).forward(input).logits().orElseThrow();

                // Then
                NDArray last = model.ops().slice(logits, 1, input.time() - 16L, input.time());
                double difference = expected.difference(name, model.ops(), last);
                golden.report(name, difference);
                assertThat(difference).isLessThanOrEqualTo(NATIVE_BF16);
            }
        }
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
