package dev.cadwright.neural.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.decoding.LogProbabilities;
import dev.cadwright.neural.decoding.Sampling;
import dev.cadwright.neural.process.ChildOptions;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One process with a small model, asked again and again. */
class CompletionProcessTest {
    private static Path model;
    private static CompletionProcess process;

    @BeforeAll
    static void start() throws InterruptedException {
        model = GoldenCompletionTest.folders().stream()
                .filter(folder -> folder.endsWith("qwen2"))
                .findFirst()
                .orElseThrow();
        process = CompletionProcess.start(ChildOptions.defaults(), ModelSource.of(model, 1));
    }

    @AfterAll
    static void stop() {
        if (process != null) {
            process.close();
        }
    }

    @Test
    void logProbabilitiesAreThoseOfTheReference() throws InterruptedException {
        // When
        Written written = new Written();
        process.writeTensors(model.resolve("expected.safetensors"), greedy(40).withLogProbabilities(5), false, written);

        // Then
        try (SafetensorsFile expected = SafetensorsFile.open(model.resolve("expected.safetensors"))) {
            float[] wanted = expected.floats("generated_top5_logprobs");
            List<LogProbabilities> tokens = written.completions.getFirst().logProbabilities();
            assertThat(tokens).hasSize(40);
            for (int i = 0; i < wanted.length; i++) {
                assertThat(tokens.get(i / 5).likeliest().get(i % 5).logProbability())
                        .isCloseTo(wanted[i], within(1e-4));
            }
        }
    }

    @Test
    void whatIsDrawnDependsOnTheSeedAndThePromptAloneWhateverIsWrittenBeside() throws InterruptedException {
        // Given
        Path rows = model.resolve("expected_leftpad.safetensors");
        CompletionSettings drawn = greedy(30).with(Sampling.ofTemperature(1)).withSamples(3, false, 11);
        Written together = new Written();
        Written alone = new Written();
        Written otherSeed = new Written();

        // When
        process.writeTensors(rows, drawn.inBatchesOf(9), false, together);
        process.writeTensors(rows, drawn.inBatchesOf(1), false, alone);
        process.writeTensors(rows, drawn.withSamples(3, false, 12), false, otherSeed);

        // Then
        assertThat(together.ids()).hasSize(9).doesNotHaveDuplicates().isEqualTo(alone.ids());
        assertThat(otherSeed.ids()).doesNotContainAnyElementsOf(together.ids());
    }

    @Test
    void aTokenThatWasNamedEndsATextAndBelongsToIt() throws InterruptedException {
        // Given
        Written whole = new Written();
        process.writeTensors(model.resolve("expected.safetensors"), greedy(40), false, whole);
        List<Integer> ids = whole.ids().getFirst();
        int end = ids.get(5);

        // When
        Written ended = new Written();
        process.writeTensors(
                model.resolve("expected.safetensors"),
                CompletionSettings.GREEDY.ending(40, false, List.of(end), List.of()),
                false,
                ended);

        // Then
        assertThat(ended.ids().getFirst()).isEqualTo(ids.subList(0, ids.indexOf(end) + 1));
        assertThat(ended.completions.getFirst().finish()).isEqualTo("stop");
    }

    @Test
    void cancellingEndsTheRequestAndTheNextOneIsAnswered() throws InterruptedException {
        // Given
        CompletionListener cancelling = new CompletionListener() {
            @Override
            public void written(Completion completion) {}

            @Override
            public void refused(int prompt, String code, String message) {}

            @Override
            public void progress(long tokens, int prompts) {
                process.cancel();
            }
        };

        // When
        boolean all = process.writeTensors(model.resolve("expected.safetensors"), greedy(100_000), false, cancelling);
        Written next = new Written();
        boolean nextAll = process.writeTensors(model.resolve("expected.safetensors"), greedy(2), false, next);

        // Then
        assertThat(all).isFalse();
        assertThat(nextAll).isTrue();
        assertThat(next.ids().getFirst()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsRefusedAndTheProcessGoesOn() throws InterruptedException {
        // Given
        Prompt cloud = Prompt.ofPoints(new float[768]);
        Prompt picture = Prompt.ofText("what?").withImages(List.of(Path.of("front.png")));

        // When
        Written written = new Written();
        boolean all = process.write(List.of(cloud, picture, Prompt.ofText("a")), greedy(2), false, written);

        // Then
        assertThat(all).isTrue();
        assertThat(written.refusals).containsExactly("0 bad_prompt", "1 bad_prompt", "2 no_tokenizer");
        refused("bad_input", () -> process.writeTensors(Path.of("none"), greedy(2), false, written));
        refused(
                "no_tokenizer",
                () -> process.write(List.of(), greedy(2).ending(2, true, List.of(), List.of("x")), false, written));
        refused(
                "out_of_memory",
                () -> process.writeTensors(
                        model.resolve("expected_leftpad.safetensors"),
                        greedy(1 << 20).withSamples(256, false, 1).inBatchesOf(1024),
                        false,
                        written));
        assertThat(process.abilities()).isEqualTo(new ModelAbilities("qwen2", 0, false, false, false));
    }

    @Test
    void aFolderThatHoldsNoModelIsRefusedAtTheStart() {
        refused("bad_config", () -> CompletionProcess.start(
                        ChildOptions.defaults(),
                        new ModelSource(
                                Path.of("nowhere"),
                                Optional.empty(),
                                dev.cadwright.neural.tensor.ScalarType.F32,
                                Optional.empty(),
                                1))
                .close());
    }

    private interface Asked {
        void run() throws InterruptedException;
    }

    private static void refused(String code, Asked asked) {
        assertThatThrownBy(asked::run).isInstanceOfSatisfying(NeuralException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static CompletionSettings greedy(int tokens) {
        return CompletionSettings.GREEDY.ending(tokens, true, List.of(), List.of());
    }
}
