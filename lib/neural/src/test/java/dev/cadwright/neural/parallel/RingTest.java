package dev.cadwright.neural.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.NeuralException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void givesEveryProcessTheSameSums(int size) throws Exception {
        // Given: arrays of odd sizes, together more than one bucket
        int[] lengths = {1, 4_000_003, 7, 700_001};

        // When
        List<float[][]> results = together(size, ring -> {
            float[][] arrays = arrays(ring.rank(), lengths);
            try (Arena arena = Arena.ofConfined()) {
                List<MemorySegment> memory = Arrays.stream(arrays)
                        .map(array -> arena.allocateFrom(ValueLayout.JAVA_FLOAT, array))
                        .toList();
                ring.sum(memory);
                return memory.stream()
                        .map(segment -> segment.toArray(ValueLayout.JAVA_FLOAT))
                        .toArray(float[][]::new);
            }
        });

        // Then
        float[][] expected = arrays(0, lengths);
        for (int rank = 1; rank < size; rank++) {
            float[][] more = arrays(rank, lengths);
            for (int i = 0; i < lengths.length; i++) {
                for (int j = 0; j < lengths[i]; j++) {
                    expected[i][j] += more[i][j];
                }
            }
        }
        for (int i = 0; i < lengths.length; i++) {
            for (float[][] result : results) {
                assertThat(Arrays.equals(result[i], results.getFirst()[i])).isTrue();
            }
            for (int j = 0; j < lengths[i]; j++) {
                if (Math.abs(results.getFirst()[i][j] - expected[i][j]) > (size == 2 ? 0 : 1e-5f)) {
                    assertThat(results.getFirst()[i][j])
                            .as("%d of array %d", j, i)
                            .isEqualTo(expected[i][j]);
                }
            }
        }
    }

    @Test
    void addsAndHandsOutNumbersInTheOrderOfTheRanks() throws Exception {
        // When
        List<double[]> sums = together(3, ring -> ring.sum(ring.rank(), 0.1 * ring.rank(), 1));
        List<double[]> first = together(3, ring -> ring.first(ring.rank() + 40.0));

        // Then
        assertThat(sums).allSatisfy(sum -> assertThat(sum).containsExactly(3, 0.0 + 0.1 + 0.2, 3));
        assertThat(first).allSatisfy(values -> assertThat(values).containsExactly(40));
    }

    @Test
    void saysThatAProcessIsGone() {
        assertThatThrownBy(() -> together(2, ring -> {
                    if (ring.rank() == 1) {
                        return new double[0];
                    }
                    ring.sum(1);
                    return ring.sum(2);
                }))
                .hasRootCauseInstanceOf(java.io.IOException.class)
                .hasCauseInstanceOf(NeuralException.class)
                .satisfies(thrown ->
                        assertThat(((NeuralException) thrown.getCause()).code()).isEqualTo("peer_lost"));
    }

    private static float[][] arrays(int rank, int... lengths) {
        SplittableRandom random = new SplittableRandom(rank);
        return Arrays.stream(lengths)
                .mapToObj(length -> {
                    float[] array = new float[length];
                    for (int i = 0; i < length; i++) {
                        array[i] = (float) (random.nextDouble() - 0.5);
                    }
                    return array;
                })
                .toArray(float[][]::new);
    }

    private <T> List<T> together(int size, Function<Ring, T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int rank = 0; rank < size; rank++) {
                Member member = new Member(rank, size, folder);
                futures.add(threads.submit(() -> {
                    try (Ring ring = Ring.join(member)) {
                        return work.apply(ring);
                    }
                }));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }
}
