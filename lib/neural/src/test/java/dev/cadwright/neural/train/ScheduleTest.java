package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void theRateWarmsUpThenFallsToZero() {
        // Given
        Schedule schedule = Schedule.of(Schedule.Decay.COSINE, 1, 10, 100);

        // When // Then
        assertThat(schedule.rate(0)).isCloseTo(0.1, within(1e-3));
        assertThat(schedule.rate(50)).isCloseTo(0.5, within(1e-9));
        assertThat(schedule.rate(99)).isCloseTo(0, within(1e-3));
    }

    @Property(tries = 200)
    void movingTheEndNeverMovesThePresentRate(
            @ForAll @LongRange(min = 20, max = 900) long step, @ForAll @LongRange(min = 1, max = 5000) long end) {
        // Given
        Schedule schedule = Schedule.of(Schedule.Decay.COSINE, 1, 10, 1000);

        // When
        Schedule moved = schedule.endingAt(step + end, step);

        // Then
        assertThat(moved.rate(step)).isCloseTo(schedule.rate(step), within(1e-9));
        assertThat(moved.progress(step + end)).isEqualTo(1);
        assertThat(moved.rate(step + 1)).isLessThanOrEqualTo(moved.rate(step));
    }
}
