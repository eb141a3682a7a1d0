package dev.cadwright.neural.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.nano.LoraAdapter;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.nano.NanoModel;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.safetensors.ElementType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final NanoModel MODEL = NanoModel.initialise(Tiny.MANAGER, Tiny.CONFIGURATION, 21);
    private static final List<float[]> CLOUDS = Tiny.clouds(5);

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        MODEL.close();
    }

    @Test
    void constrainedProgramsOfAnUntrainedModelAlwaysParseWhenTheyEnd() {
        // When
        List<ShapeGeneration> shapes = generator().generate(request(4, 1, 7, Selection.FIRST));

        // Then
        assertThat(shapes).hasSize(CLOUDS.size());
        for (ShapeGeneration shape : shapes) {
            assertThat(shape.candidates()).hasSizeGreaterThanOrEqualTo(4);
            for (Candidate candidate : shape.candidates()) {
                assertThat(candidate.program().isPresent())
                        .isEqualTo(candidate.finishReason().equals("stop"));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameProgramsInWhateverBatch() {
        // Given
        List<ShapeGeneration> together = generator().generate(request(3, 1, 7, Selection.INPUT));

        for (int i = 0; i < CLOUDS.size(); i++) {
            // When
            GenerationRequest alone =
                    new GenerationRequest(List.of(CLOUDS.get(i)), 3, 1, 0, 0.95, 7, 60, Selection.INPUT, true, false);
            ShapeGeneration shape = generator().generate(alone).getFirst();

            // Then
            assertThat(shape.candidates()).isEqualTo(together.get(i).candidates());
            assertThat(shape.chosen()).isEqualTo(together.get(i).chosen());
        }
    }

    @Test
    void anotherSeedGivesOtherSamplesButTheSameGreedyProgram() {
        // When
        ShapeGeneration first =
                generator().generate(request(3, 1, 7, Selection.FIRST)).getFirst();
        ShapeGeneration second =
                generator().generate(request(3, 1, 8, Selection.FIRST)).getFirst();

        // Then
        assertThat(second.candidates().get(0)).isEqualTo(first.candidates().get(0));
        assertThat(second.candidates().subList(1, 3))
                .isNotEqualTo(first.candidates().subList(1, 3));
    }

    @Test
    void theChosenCandidateIsTheNearestToTheInput() {
        // When
        List<ShapeGeneration> shapes = generator().generate(request(6, 1, 3, Selection.INPUT));

        // Then
        for (ShapeGeneration shape : shapes) {
            double nearest = shape.candidates().stream()
                    .mapToDouble(Candidate::distance)
                    .min()
                    .orElseThrow();
            assertThat(shape.answer().distance()).isEqualTo(nearest);
        }
    }

    @Test
    void cloudsOfTheWrongSizeOrScaleAreRefused() {
        // Given
        float[] far = CLOUDS.getFirst().clone();
        far[0] = 100;

        // When // Then
        assertThatThrownBy(() -> generator().generate(GenerationRequest.greedy(List.of(new float[9]))))
                .isInstanceOf(NeuralException.class)
                .hasMessageContaining("24 points");
        assertThatThrownBy(() -> generator().generate(GenerationRequest.greedy(List.of(far))))
                .isInstanceOf(NeuralException.class)
                .hasMessageContaining("[-1, 1]");
    }

    @Test
    void aProcessAnswersLikeTheGeneratorInside() throws Exception {
        // Given
        NanoFolder.write(folder, NanoFolder.files(MODEL.configuration(), MODEL.weights(), ElementType.F32));
        GenerationRequest request = request(2, 1, 7, Selection.INPUT);
        ChildOptions options = ChildOptions.defaults().withHeap("200m");

        try (GenerationProcess process = GenerationProcess.start(options, folder, 1)) {
            // When
            List<ShapeGeneration> answers = process.generate(request);

            // Then
            List<ShapeGeneration> expected = generator().generate(request);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(answers.get(i).candidates())
                        .isEqualTo(expected.get(i).candidates());
                assertThat(answers.get(i).chosen()).isEqualTo(expected.get(i).chosen());
            }
            assertThatThrownBy(() -> process.generate(GenerationRequest.greedy(List.of(new float[9]))))
                    .isInstanceOfSatisfying(
                            NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_points"));
            process.kill();
            assertThatThrownBy(() -> process.generate(request))
                    .isInstanceOfSatisfying(
                            NeuralException.class, e -> assertThat(e.code()).isEqualTo("generation_died"));
        }
        assertThatThrownBy(() -> GenerationProcess.start(options, folder.resolve("nothing"), 1))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_model"));
    }

    @Test
    void aProcessWithAnAdapterAnswersLikeTheMergedModel() throws Exception {
        // Given
        Path base = folder.resolve("base");
        Path lora = folder.resolve("adapter");
        NanoFolder.write(base, NanoFolder.files(MODEL.configuration(), MODEL.weights(), ElementType.F32));
        LoraAdapter adapter = LoraAdapter.create(Tiny.MANAGER, MODEL, 2, 4, List.of("query", "mlp.up"), 5);
        adapter.trainable().forEach(array -> array.addi(0.1));
        NanoFolder.write(lora, adapter.files("base"));
        GenerationRequest request = request(2, 1, 7, Selection.FIRST);
        ChildOptions options = ChildOptions.defaults().withHeap("200m");

        // When
        List<ShapeGeneration> answers;
        try (GenerationProcess process = GenerationProcess.start(options, base, Optional.of(lora), 1)) {
            answers = process.generate(request);
        }

        // Then
        try (NanoModel merged = adapter.mergedModel(Tiny.MANAGER)) {
            assertThat(programs(answers))
                    .isEqualTo(programs(new Generator(Tiny.MANAGER, merged).generate(request)))
                    .isNotEqualTo(programs(generator().generate(request)));
        }
        assertThatThrownBy(() -> GenerationProcess.start(options, base, Optional.of(base), 1))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_model"));
    }

    private static List<List<Integer>> programs(List<ShapeGeneration> shapes) {
        return shapes.stream()
                .flatMap(shape -> shape.candidates().stream())
                .map(Candidate::ids)
                .toList();
    }

    private static Generator generator() {
        return new Generator(Tiny.MANAGER, MODEL);
    }

    private static GenerationRequest request(int candidates, double temperature, long seed, Selection selection) {
        return new GenerationRequest(CLOUDS, candidates, temperature, 0, 0.95, seed, 60, selection, true, false);
    }
}
