package dev.cadwright.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void pausesDoubleUpToHalfAMinute() {
        // Given
        BackOff backOff = new BackOff();

        // When
        var pauses = Stream.generate(() -> backOff.after(Duration.ofSeconds(1)).toMillis())
                .limit(9);

        // Then
        assertThat(pauses).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
    }

    @Test
    void aLongRunIsForgivenEverythingBeforeIt() {
        // Given
        BackOff backOff = new BackOff();
        backOff.after(Duration.ZERO);
        backOff.after(Duration.ZERO);

        // When
        Duration pause = backOff.after(Duration.ofMinutes(2));

        // Then
        assertThat(pause).isEqualTo(Duration.ofMillis(500));
    }
}
