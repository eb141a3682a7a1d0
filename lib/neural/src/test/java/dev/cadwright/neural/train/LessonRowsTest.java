package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.Golden;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.corpus.Lesson;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.ModelLoader;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonRowsTest {
    private static final LessonRows APART = LessonRows.text(0, false);
    private static final LessonRows TOGETHER = LessonRows.text(0, true);

    /** What a batch gives. */
    private record Result(double loss, List<float[]> gradients) {}

    @ParameterizedTest
    @ValueSource(strings = {"qwen2", "qwen3", "gpt2", "phi", "gemma", "mistral"})
    void textsInOneRowGiveTheLossAndGradientsOfTextsApart(String name) {
        // Given
        List<Lesson> lessons = lessons();
        List<TokenBatch> alone = lessons.stream()
                .map(lesson -> APART.batch(List.of(row(lesson))))
                .toList();
        List<TokenBatch> padded =
                List.of(APART.batch(lessons.stream().map(LessonRowsTest::row).toList()));
        List<TokenBatch> packed = List.of(APART.batch(
                List.of(new LessonRows.Row(lessons.subList(0, 2), 0), new LessonRows.Row(lessons.subList(2, 5), 1))));
        List<TokenBatch> free =
                List.of(TOGETHER.batch(lessons.stream().map(LessonRowsTest::row).toList()));

        // When
        Result wanted = result(name, alone);

        // Then
        for (List<TokenBatch> batches : List.of(padded, packed, free)) {
            assertThat(batches.stream().mapToInt(TokenBatch::targets).sum())
                    .isEqualTo(alone.stream().mapToInt(TokenBatch::targets).sum());
            Result result = result(name, batches);
            assertThat(result.loss()).isCloseTo(wanted.loss(), within(1e-3));
            for (int i = 0; i < wanted.gradients().size(); i++) {
                assertThat(Golden.difference(
                                result.gradients().get(i), wanted.gradients().get(i)))
                        .isLessThanOrEqualTo(1e-3);
            }
        }
        assertThat(packed.getFirst().rows()).isEqualTo(2);
        assertThat(free.getFirst().rows()).isEqualTo(1);
        assertThat(free.getFirst().time())
                .isEqualTo(lessons.stream().mapToInt(Lesson::length).sum());
    }

    private static LessonRows.Row row(Lesson lesson) {
        return new LessonRows.Row(List.of(lesson), 0);
    }

    private static List<Lesson> lessons() {
        Random random = new Random(4);
        List<Lesson> lessons = new ArrayList<>();
        for (int length : new int[] {5, 17, 9, 2, 12}) {
            int[] ids = random.ints(length, 3, 200).toArray();
            int[] labels = ids.clone();
            for (int i = 0; i < length / 2; i++) {
                labels[i] = Lesson.IGNORED;
            }
            lessons.add(new Lesson(ids, labels));
        }
        return lessons;
    }

    private static Result result(String name, List<TokenBatch> batches) {
        var folder = Golden.trainings().getFirst().resolveSibling("../models").resolve(name);
        try (CausalModel model =
                        ModelLoader.loadCausal(Tiny.MANAGER, folder, LoadOptions.SINGLE_PRECISION.forTraining());
                NDManager scope = Tiny.MANAGER.newSubManager()) {
            model.modules().parameters().values().forEach(p -> p.setRequiresGradient(true));
            double sum = 0;
            for (TokenBatch batch : batches) {
                TorchRuntime.recordGradients(true);
                var loss = model.loss(batch.input(scope), batch.labels(scope), false);
                JniUtils.backward((PtNDArray) loss, (PtNDArray) scope.ones(new Shape()), false, false);
                sum += loss.getFloat();
            }
            return new Result(
                    sum,
                    model.modules().parameters().values().stream()
                            .map(p -> p.getGradient().toFloatArray())
                            .toList());
        } finally {
            TorchRuntime.recordGradients(false);
        }
    }
}
