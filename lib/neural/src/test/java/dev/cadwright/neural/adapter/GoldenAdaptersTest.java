package dev.cadwright.neural.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.neural.Golden;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.ModelLoader;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What PEFT computes with an adapter, this library computes too. */
class GoldenAdaptersTest {
    private static final double LOGITS = 2e-5;

    @TempDir
    private Path folder;

    @BeforeEach
    void recordNothing() {
        assertThat(Tiny.MANAGER.isOpen()).isTrue();
        TorchRuntime.recordGradients(false);
    }

    /** An adapter, and the name of the logits that belong to it. */
    record Case(Path training, String adapter, String expected, String logits) {
        @Override
        public String toString() {
            return training.getFileName() + " " + adapter;
        }

        SafetensorsFile figures() {
            return SafetensorsFile.open(training.resolve(expected));
        }

        Path peft() {
            return training.resolve(adapter);
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Path training : Golden.trainings()) {
            cases.add(new Case(training, "lora/start", "lora/expected.safetensors", "logits_start"));
            cases.add(new Case(training, "lora/final", "lora/expected.safetensors", "logits_final"));
            cases.add(new Case(training, "rslora/adapter", "rslora/expected.safetensors", "logits"));
            cases.add(new Case(training, "dora/adapter", "dora/expected.safetensors", "logits"));
        }
        cases.removeIf(c -> !Files.isDirectory(c.peft()));
        return cases;
    }

    private static CausalModel base(Case golden) {
        return ModelLoader.loadCausal(Tiny.MANAGER, Golden.base(golden.training()), LoadOptions.SINGLE_PRECISION);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anAdapterGivesTheReferenceUnmergedMergedAndUnmergedAgain(Case golden) {
        try (CausalModel model = base(golden);
                SafetensorsFile expected = golden.figures();
                Adapters adapters = Adapters.on(model)) {
            // Given
            float[] before = Golden.logits(model, expected);
            float[] wanted = expected.floats(golden.logits());

            // When
            adapters.load("one", golden.peft());
            float[] unmerged = Golden.logits(model, expected);
            adapters.merge();
            float[] merged = Golden.logits(model, expected);
            adapters.unmerge();
            float[] again = Golden.logits(model, expected);
            adapters.activate();
            float[] without = Golden.logits(model, expected);

            // Then
            double difference = Golden.difference(unmerged, wanted);
            double mergedDifference = Golden.difference(merged, wanted);
            Golden.report(golden.training(), golden.adapter() + " logits", difference);
            Golden.report(golden.training(), golden.adapter() + " merged logits", mergedDifference);
            assertThat(difference).isLessThanOrEqualTo(LOGITS);
            assertThat(mergedDifference).isLessThanOrEqualTo(LOGITS);
            assertThat(again).isEqualTo(unmerged);
            assertThat(without).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMergedModelOnDiskGivesTheReference(Case golden) {
        // Given
        Path merged = folder.resolve("merged");
        try (CausalModel model = base(golden);
                Adapters adapters = Adapters.on(model)) {
            adapters.load("one", golden.peft());

            // When
            MergedModel.save(model, merged, _ -> {});
        }

        // Then
        try (CausalModel model = ModelLoader.loadCausal(Tiny.MANAGER, merged, LoadOptions.SINGLE_PRECISION);
                SafetensorsFile expected = golden.figures();
                SafetensorsFile weights = SafetensorsFile.open(merged.resolve(Checkpoint.SINGLE));
                Checkpoint base = Checkpoint.open(Golden.base(golden.training()))) {
            assertThat(weights.names()).containsExactlyInAnyOrderElementsOf(base.names());
            double difference = Golden.difference(Golden.logits(model, expected), expected.floats(golden.logits()));
            Golden.report(golden.training(), golden.adapter() + " logits of the merged folder", difference);
            assertThat(difference).isLessThanOrEqualTo(LOGITS);
            for (String name : golden.adapter().equals("lora/start") ? expected.names() : List.<String>of()) {
                if (name.startsWith("merged.")) {
                    String part = name.substring("merged.".length());
                    String stored = weights.names().stream()
                            .filter(n -> n.startsWith("model." + part.substring(0, part.indexOf('.', 7)))
                                    && n.endsWith(part.substring(part.indexOf('.', 7))))
                            .findFirst()
                            .orElseThrow();
                    assertThat(Golden.difference(weights.floats(stored), expected.floats(name)))
                            .isLessThanOrEqualTo(1e-6);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSavedAdapterHoldsTheSameTensorsBitByBitUnderTheSameNames(Case golden) {
        // Given
        Path saved = folder.resolve("saved");

        // When
        try (CausalModel model = base(golden);
                Adapters adapters = Adapters.on(model)) {
            adapters.load("one", golden.peft()).save(saved);
        }

        // Then
        try (Checkpoint before = Checkpoint.open(golden.peft(), AdapterFolder.WEIGHTS);
                Checkpoint after = Checkpoint.open(saved, AdapterFolder.WEIGHTS)) {
            assertThat(after.names()).containsExactlyInAnyOrderElementsOf(before.names());
            for (String name : before.names()) {
                assertThat(after.bytes(name).mismatch(before.bytes(name)))
                        .as(name)
                        .isNegative();
            }
            assertThat(AdapterConfiguration.read(saved)).isEqualTo(AdapterConfiguration.read(golden.peft()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void severalAdaptersOnOneBaseAreSwitched(Case golden) {
        try (CausalModel model = base(golden);
                SafetensorsFile expected = golden.figures();
                Adapters adapters = Adapters.on(model)) {
            // Given
            adapters.load("golden", golden.peft());
            float[] first = Golden.logits(model, expected);
            AdapterConfiguration other =
                    AdapterConfiguration.of(4, 8, Targets.allLinear()).startingWith(AdapterConfiguration.Start.RANDOM);

            // When
            adapters.create("other", other, 7);
            float[] second = Golden.logits(model, expected);
            adapters.activate("golden");

            // Then
            assertThat(Golden.difference(first, second)).isGreaterThan(0.01);
            assertThat(Golden.logits(model, expected)).isEqualTo(first);
        }
    }
}
