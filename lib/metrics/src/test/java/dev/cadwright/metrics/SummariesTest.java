package dev.cadwright.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SummariesTest {
    private final ProtocolDefinition strict = ProtocolDefinition.of(Protocols.STRICT);

    private Score measured(String name, double iou, double chamfer) {
        return new Score(
                name,
                strict.name(),
                Score.Verdict.MEASURED,
                "ok",
                "",
                Map.of("valid", 1.0, "iou", iou, "chamfer", chamfer),
                0.1);
    }

    @Test
    void failuresPullTheMeanDownAndExclusionsAreOnlyCounted() {
        // Given
        List<Score> scores = List.of(
                measured("a", 1, 0.001),
                measured("b", 0.8, 0.003),
                Score.failed(strict, "c", "syntax", "line 1", System.nanoTime()),
                Score.failed(strict, "d", "timeout", "late", System.nanoTime()),
                Score.excluded(strict, "e", "crash", "the truth", System.nanoTime()));
        // When
        ProtocolSummary summary = Summaries.of(strict, scores);
        // Then
        assertThat(summary.samples()).isEqualTo(5);
        assertThat(summary.excluded()).isEqualTo(1);
        assertThat(summary.validity()).isEqualTo(0.5);
        assertThat(summary.failures()).isEqualTo(Map.of("syntax", 1, "timeout", 1));
        assertThat(summary.metrics().get("iou").count()).isEqualTo(4);
        assertThat(summary.metrics().get("iou").mean()).isCloseTo(0.45, within(1e-15));
        assertThat(summary.metrics().get("iou").median()).isCloseTo(0.4, within(1e-15));
        assertThat(summary.metrics().get("chamfer").count()).isEqualTo(2);
        assertThat(summary.iouAtLeast()).containsEntry("0.5", 0.5).containsEntry("0.95", 0.25);
    }

    @Test
    void theOrderOfScoresChangesNothing() {
        // Given
        SplittableRandom random = new SplittableRandom(1);
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            scores.add(measured("s" + i, random.nextDouble(), random.nextDouble()));
        }
        ProtocolSummary summary = Summaries.of(strict, scores);
        // When
        Collections.reverse(scores);
        // Then
        assertThat(Summaries.of(strict, scores)).isEqualTo(summary);
    }

    @Test
    void theConfidenceIntervalHasTheWidthThatTheoryExpects() {
        // Given 400 numbers spread evenly over [0, 1]: a standard error of 0.289 / 20
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            scores.add(measured("s" + i, (i + 0.5) / 400, 0.1));
        }
        // When
        MetricSummary iou = Summaries.of(strict, scores).metrics().get("iou");
        // Then
        assertThat(iou.meanHigh() - iou.meanLow()).isCloseTo(2 * 1.96 * 0.289 / 20, within(0.004));
        assertThat(iou.mean()).isBetween(iou.meanLow(), iou.meanHigh());
        assertThat(iou.medianLow()).isLessThan(0.5);
        assertThat(iou.upper90() - iou.lower10()).isCloseTo(0.8, within(0.01));
    }

    @Test
    void aSampleScoredTwiceOrByAnotherProtocolIsRefused() {
        Score twice = measured("a", 1, 1);
        Score other = new Score("b", "points", Score.Verdict.MEASURED, "ok", "", Map.of(), 0);
        assertThatThrownBy(() -> Summaries.of(strict, List.of(twice, twice))).hasMessageContaining("twice");
        assertThatThrownBy(() -> Summaries.of(strict, List.of(other))).hasMessageContaining("points");
        assertThat(Summaries.of(strict, List.of()).metrics()).isEmpty();
    }

    @Test
    void numbersThatAreNotFiniteNeverEnterAScore() {
        assertThatThrownBy(() -> measured("a", Double.NaN, 1)).hasMessageContaining("NaN");
    }
}
