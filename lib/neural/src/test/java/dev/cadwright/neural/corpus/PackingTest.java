package dev.cadwright.neural.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PackingTest {
    private static final int CAPACITY = 50;

    @Property(tries = 300)
    void everyLessonIsInOneRowAndNoRowIsTooFull(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = CAPACITY) Integer> lengths) {
        // Given
        List<Lesson> lessons =
                lengths.stream().map(n -> new Lesson(new int[n], new int[n])).toList();

        // When
        List<List<Integer>> rows = Packing.rows(lessons, CAPACITY);

        // Then
        assertThat(rows.stream().flatMap(List::stream).sorted().toList())
                .isEqualTo(IntStream.range(0, lengths.size()).boxed().toList());
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row.stream().mapToInt(lengths::get).sum()).isLessThanOrEqualTo(CAPACITY));
        int sum = lengths.stream().mapToInt(Integer::intValue).sum();
        assertThat(rows.size()).isLessThanOrEqualTo(1 + 2 * sum / CAPACITY);
    }
}
