package dev.cadwright.neural.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    @Property(tries = 300)
    void theNucleusIsTheFewestOfTheLikeliestThatHaveTheProbability(
            @ForAll @Size(min = 1, max = 60) List<@FloatRange(min = -30, max = 30) Float> values,
            @ForAll @DoubleRange(min = 0.01, max = 1) double probability,
            @ForAll @DoubleRange(min = 0.1, max = 5) double temperature) {
        // Given
        float[] logits = floats(values);
        double[] likely = softmax(logits, temperature);
        int[] order = order(likely);

        // When
        Candidates candidates = Candidates.of(logits, all(logits.length), temperature);
        candidates.keepNucleus(probability);

        // Then
        int[] kept = candidates.tokens();
        double sum = Arrays.stream(kept).mapToDouble(token -> likely[token]).sum();
        assertThat(sum).isGreaterThanOrEqualTo(probability - 1e-9);
        if (probability < 1) {
            assertThat(sum - likely[kept[kept.length - 1]]).isLessThan(probability + 1e-9);
            for (int i = 0; i < kept.length; i++) {
                assertThat(likely[kept[i]]).isEqualTo(likely[order[i]]);
            }
        }
    }

    @Property(tries = 300)
    void theLikeliestAreKeptWithTheirEquals(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -4, max = 4) Integer> values,
            @ForAll @IntRange(min = 1, max = 50) int count) {
        // Given
        float[] logits = floats(values.stream().map(Integer::floatValue).toList());

        // When
        Candidates candidates = Candidates.of(logits, all(logits.length), 1);
        candidates.keepLikeliest(count);

        // Then
        float[] sorted = logits.clone();
        Arrays.sort(sorted);
        float least = sorted[Math.max(0, sorted.length - count)];
        assertThat(Arrays.stream(candidates.tokens()).boxed())
                .containsExactlyElementsOf(IntStream.range(0, logits.length)
                        .filter(i -> logits[i] >= least)
                        .boxed()
                        .toList());
    }

    @Test
    void tokensAreDrawnAsOftenAsTheyAreLikely() {
        // Given
        float[] logits = {0.3f, -1, 2, 0, -3, 1.5f};
        double[] likely = softmax(logits, 0.8);
        int[] drawn = new int[logits.length];
        SplittableRandom random = new SplittableRandom(3);
        int draws = 200_000;

        // When
        Candidates candidates = Candidates.of(logits, all(logits.length), 0.8);
        for (int i = 0; i < draws; i++) {
            drawn[candidates.draw(random.nextDouble())]++;
        }

        // Then
        for (int token = 0; token < drawn.length; token++) {
            assertThat(drawn[token] / (double) draws).isCloseTo(likely[token], within(0.005));
        }
    }

    @Test
    void theLikeliestValuesComeInOrder() {
        float[] values = {3, 9, -2, 9, 7, 0};

        assertThat(LogProbabilities.likeliest(values, 4)).containsExactly(1, 3, 4, 0);
        assertThat(LogProbabilities.likeliest(values, 9)).containsExactly(1, 3, 4, 0, 5, 2);
        assertThat(LogProbabilities.likeliest(values, 0)).isEmpty();
    }

    private static double[] softmax(float[] logits, double temperature) {
        double[] weights = IntStream.range(0, logits.length)
                .mapToDouble(i -> Math.exp(logits[i] / temperature))
                .toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    private static int[] order(double[] likely) {
        return IntStream.range(0, likely.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -likely[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }

    private static BitSet all(int size) {
        BitSet all = new BitSet();
        all.set(0, size);
        return all;
    }
}
