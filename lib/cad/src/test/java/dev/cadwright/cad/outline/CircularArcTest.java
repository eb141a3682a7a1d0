package dev.cadwright.cad.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector2;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CircularArcTest {
    private static Curve.Arc arc(Vector2 start, Vector2 mid, Vector2 end) {
        return new Curve.Arc(start, mid, end, SourceSpan.NONE);
    }

    @Property(tries = 500)
    void anArcThroughThreePointsOfACircleIsOnThatCircle(
            @ForAll @DoubleRange(min = -10, max = 10) double x,
            @ForAll @DoubleRange(min = 0.01, max = 100) double radius,
            @ForAll @DoubleRange(min = -3, max = 3) double startAngle,
            @ForAll @DoubleRange(min = 0.05, max = 6.2) double turn) {
        for (double sweep : new double[] {turn, -turn}) {
            // Given
            CircularArc original = new CircularArc(new Vector2(x, -x), radius, startAngle, sweep);

            // When
            CircularArc found = CircularArc.of(arc(original.at(0), original.at(0.4), original.at(1)))
                    .orElseThrow();

            // Then
            assertThat(found.centre().distanceTo(original.centre())).isLessThan(1e-8 * (1 + radius));
            assertThat(found.sweep()).isCloseTo(sweep, within(1e-6));
            assertThat(found.fractionTowards(original.at(0.4))).isCloseTo(0.4, within(1e-6));
        }
    }

    @Test
    void threePointsOnALineOrInOnePlaceAreOnNoCircle() {
        assertThat(CircularArc.of(arc(new Vector2(0, 0), new Vector2(1, 1), new Vector2(2, 2))))
                .isEmpty();
        assertThat(CircularArc.of(arc(new Vector2(1, 1), new Vector2(1, 1), new Vector2(1, 1))))
                .isEmpty();
    }
}
