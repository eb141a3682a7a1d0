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

    @Test
    void aScheduleFromZeroIsThatOfTransformers() {
        // Given: get_cosine_schedule_with_warmup and get_linear_schedule_with_warmup, 4 of 10 steps
        double[] cosine = {0, 0.25, 0.5, 0.75, 1, 0.9330127018922194, 0.75, 0.5, 0.25, 0.0669872981077807};
        double[] linear = {0, 0.25, 0.5, 0.75, 1, 5 / 6.0, 4 / 6.0, 3 / 6.0, 2 / 6.0, 1 / 6.0};

        for (int step = 0; step < 10; step++) {
            // When
            double wave = Schedule.of(Schedule.Decay.COSINE, 1, 4, 10, Schedule.Start.FROM_ZERO)
                    .rate(step);
            double line = Schedule.of(Schedule.Decay.LINEAR, 1, 4, 10, Schedule.Start.FROM_ZERO)
                    .rate(step);

            // Then
            assertThat(wave).isCloseTo(cosine[step], within(1e-12));
            assertThat(line).isCloseTo(linear[step], within(1e-12));
        }
        assertThat(Schedule.of(Schedule.Decay.CONSTANT, 1, 0, 10, Schedule.Start.FROM_ZERO)
                        .rate(0))
                .isEqualTo(1);
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
