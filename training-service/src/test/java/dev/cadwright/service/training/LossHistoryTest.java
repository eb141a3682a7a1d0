package dev.cadwright.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.neural.train.TrainingEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossHistoryTest {
    @Test
    void anAttemptThatHasNothingLeftToTrainStillKnowsTheFigures() {
        // Given
        LossHistory first = new LossHistory(List.of());
        first.add(new TrainingEvent.Step(7, 9, 0.7, 1.5, 0.2, 1e-3, 700, 10, 1, 5, 0));
        first.add(new TrainingEvent.Evaluated(7, 1.25, 0.5, true));

        // When
        LossHistory second = new LossHistory(first.lines());

        // Then
        assertThat(second.lines()).isEqualTo(first.lines());
        assertThat(second.summary(3)).isEqualTo(first.summary(3));
        assertThat(second.summary(3).path("validation_loss").asDouble()).isEqualTo(1.25);
    }

    @Test
    void figuresThatAreNoNumbersAreLeftOut() {
        // Given
        LossHistory history = new LossHistory(List.of());

        // When
        history.add(new TrainingEvent.Step(1, 9, 0.1, Double.NaN, 0.2, 1e-3, 100, 10, 1, Double.POSITIVE_INFINITY, 0));

        // Then
        assertThat(history.metrics()).doesNotContainKeys("loss", "seconds_left").containsEntry("step", 1.0);
    }
}
