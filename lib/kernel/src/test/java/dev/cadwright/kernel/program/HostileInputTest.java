package dev.cadwright.kernel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.kernel.program.HostileCorpus.Input;
import dev.cadwright.kernel.program.HostileInputs.Ending;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** STEP files, histories and vectors that ask for too much, name what is not there, or cannot be. */
class HostileInputTest {
    private static final long MOST_MEMORY = 2 * (400L << 20);

    @Test
    void everyHostileInputEndsAsItShouldAndThePoolServesTheNext() throws IOException {
        // Given
        List<Input> inputs = HostileCorpus.all();
        Map<InputKind, Integer> counts = new EnumMap<>(InputKind.class);
        SoftAssertions all = new SoftAssertions();
        try (ProgramPool pool = HostileInputs.pool()) {
            inputs.parallelStream().forEach(input -> {
                // When
                Ending ending = HostileInputs.end(input.kind(), input.content(), pool);

                // Then
                synchronized (all) {
                    counts.merge(input.kind(), 1, Integer::sum);
                    all.assertThat(input.endings())
                            .as(input + ": " + ending)
                            .contains(ending.category().label());
                    all.assertThat(ending.elapsed())
                            .as(input.toString())
                            .isLessThan(HostileInputs.TIME.plus(HostileInputs.SLACK));
                }
            });
            all.assertThat(HostileInputs.servesTheNext(pool)).isTrue();
            all.assertThat(HostileInputs.workersMemory()).isLessThan(MOST_MEMORY);
        }
        System.out.println(inputs.size() + " hostile inputs: " + counts);
        all.assertAll();
        assertThat(inputs).hasSizeGreaterThan(80);
    }
}
