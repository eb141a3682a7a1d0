package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cadwright.neural.Golden;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.tensor.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What transformers, PEFT and bitsandbytes make of a model in a few steps, this trainer makes of it too. */
class GoldenTrainingTest {
    private static final double LOSS = 2e-5;
    private static final double NORM = 1e-5;
    private static final double WEIGHTS = 2e-5;

    @TempDir
    private Path folder;

    /** A training, the file of its figures, and what a configuration says to do the same. */
    record Case(Path golden, String name, String figures, String yaml) {
        @Override
        public String toString() {
            return golden.getFileName() + " " + name;
        }

        JsonNode read() throws IOException {
            return JsonMapper.builder().build().readTree(golden.resolve(figures).toFile());
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Path golden : Golden.trainings()) {
            String adapter = "adapter: " + golden.resolve("lora/start") + "\n";
            cases.add(new Case(golden, "full", "full.json", ""));
            cases.add(new Case(golden, "lora", "lora/expected.json", adapter));
            cases.add(new Case(golden, "qlora", "qlora/expected.json", adapter + "use_qlora: true\n"));
        }
        cases.removeIf(c -> !Files.isRegularFile(c.golden().resolve(c.figures())));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepHasTheReferencesLossAndGradientNorm(Case golden) throws Exception {
        // Given
        JsonNode wanted = golden.read().path("steps");
        TrainingConfiguration configuration = configuration(golden, wanted.size(), "");

        // When
        List<TrainingEvent.Step> steps = steps(configuration, folder.resolve("run"));

        // Then
        assertThat(steps).hasSameSizeAs(wanted);
        double most = 0;
        double mostNorm = 0;
        for (int i = 0; i < wanted.size(); i++) {
            JsonNode step = wanted.get(i);
            double norm = step.path("grad_norm").asDouble();
            most = Math.max(
                    most, Math.abs(steps.get(i).loss() - step.path("loss").asDouble()));
            mostNorm = Math.max(mostNorm, Math.abs(steps.get(i).grad_norm() - norm) / norm);
            assertThat(steps.get(i).lr())
                    .as("rate of step " + i)
                    .isCloseTo(step.path("lr").asDouble(), within(1e-12));
        }
        Golden.report(golden.golden(), golden.name() + " losses", most);
        Golden.report(golden.golden(), golden.name() + " gradient norms, relative", mostNorm);
        assertThat(most).isLessThanOrEqualTo(LOSS);
        assertThat(mostNorm).isLessThanOrEqualTo(NORM);
        requireWeights(golden);
    }

    private void requireWeights(Case golden) throws IOException {
        switch (golden.name()) {
            case "full" -> requireModel(golden, folder.resolve("run/model/model.safetensors"));
            case "lora" -> requireAdapter(golden, folder.resolve("run/adapter/adapter_model.safetensors"));
            default ->
                assertThat(folder.resolve("run/adapter/adapter_model.safetensors"))
                        .exists();
        }
    }

    private static void requireModel(Case golden, Path written) throws IOException {
        double most = 0;
        try (SafetensorsFile file = SafetensorsFile.open(written)) {
            for (var tensor : golden.read().path("final").properties()) {
                float[] values = file.floats(tensor.getKey(), 0, 8);
                for (int i = 0; i < values.length; i++) {
                    most = Math.max(
                            most,
                            Math.abs(values[i]
                                    - tensor.getValue().path("first8").path(i).asDouble()));
                }
            }
        }
        Golden.report(golden.golden(), "final weights", most);
        assertThat(most).isLessThanOrEqualTo(WEIGHTS);
    }

    private static void requireAdapter(Case golden, Path written) {
        double most = 0;
        try (SafetensorsFile file = SafetensorsFile.open(written);
                SafetensorsFile wanted =
                        SafetensorsFile.open(golden.golden().resolve("lora/final/adapter_model.safetensors"))) {
            assertThat(file.names()).containsExactlyInAnyOrderElementsOf(wanted.names());
            for (String name : wanted.names()) {
                most = Math.max(most, Golden.difference(file.floats(name), wanted.floats(name)));
            }
        }
        Golden.report(golden.golden(), "final adapter", most);
        assertThat(most).isLessThanOrEqualTo(WEIGHTS);
    }

    static List<Path> accumulations() {
        return Golden.trainings().stream()
                .filter(golden -> Files.isRegularFile(golden.resolve("accumulation.json")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("accumulations")
    void rowsInSeveralPassesAreOneBatchByTheirLabels(Path golden) throws Exception {
        // Given
        Case training = new Case(golden, "accumulation", "accumulation.json", "");
        JsonNode figures = training.read();
        int batch = figures.path("batch").asInt();
        TrainingConfiguration configuration = configuration(
                training, batch + 1, ", per_device_batch_size: 2, gradient_accumulation_steps: 2, learning_rate: 0.0");

        // When
        TrainingEvent.Step step = steps(configuration, folder.resolve("run")).get(batch);

        // Then
        JsonNode wanted = figures.path("accumulated");
        double norm = wanted.path("grad_norm").asDouble();
        assertThat(step.loss()).isCloseTo(wanted.path("loss").asDouble(), within(LOSS));
        assertThat(step.grad_norm()).isCloseTo(norm, within(NORM * norm));
    }

    private TrainingConfiguration configuration(Case golden, int steps, String more) throws IOException {
        String rate = more.contains("learning_rate") ? "" : ", learning_rate: 0.001";
        return TrainingConfiguration.of(
                new YAMLMapper()
                        .readTree("base_model: " + Golden.base(golden.golden()) + "\ntrain_data: "
                                + golden.golden().resolve("batches.safetensors") + "\n" + golden.yaml()
                                + "training: {max_steps: "
                                + steps + rate + ", lr_scheduler_type: cosine, warmup_steps: 5, weight_decay: 0.01,"
                                + " max_grad_norm: 1.0, logging_steps: 1" + more + "}\nthreads: 1\n"),
                folder);
    }

    static List<TrainingEvent.Step> steps(TrainingConfiguration configuration, Path run) throws InterruptedException {
        List<TrainingEvent.Step> steps = new ArrayList<>();
        new Trainer(configuration, Precision.FP32, run, TrainingControl.NONE, event -> {
                    if (event instanceof TrainingEvent.Step step) {
                        steps.add(step);
                    }
                })
                .run(Tiny.MANAGER);
        return steps;
    }
}
