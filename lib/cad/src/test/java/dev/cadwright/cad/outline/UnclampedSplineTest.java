package dev.cadwright.cad.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnclampedSplineTest {
    private static List<Double> steps(int count) {
        return DoubleStream.iterate(0, step -> step + 1).limit(count).boxed().toList();
    }

    @Test
    void aUniformCubicStartsAndEndsWhereItsFirstAndLastThreePointsPutIt() {
        // Given
        List<Vector2> controls =
                List.of(new Vector2(0, 0), new Vector2(1, 2), new Vector2(3, 3), new Vector2(5, 1), new Vector2(6, -2));

        // When
        Curve.Spline spline = new UnclampedSpline(3, controls, steps(9), List.of()).clamped(SourceSpan.NONE);

        // Then: (P0 + 4 P1 + P2) / 6
        assertThat(Curves.start(spline).distanceTo(new Vector2(7.0 / 6, 11.0 / 6)))
                .isCloseTo(0, within(1e-14));
        assertThat(Curves.end(spline).distanceTo(new Vector2(29.0 / 6, 5.0 / 6)))
                .isCloseTo(0, within(1e-14));
    }

    /** The control points of a periodic curve repeat, so that it closes. */
    @Property(tries = 50)
    void aPeriodicCurveCloses(
            @ForAll @IntRange(min = 3, max = 9) int corners, @ForAll @IntRange(min = 1, max = 5) int degree) {
        // Given
        List<Vector2> controls = new ArrayList<>();
        IntStream.range(0, corners + degree)
                .mapToObj(index -> 2 * Math.PI * (index % corners) / corners)
                .forEach(angle -> controls.add(new Vector2(Math.cos(angle), Math.sin(angle))));
        List<Double> weights = IntStream.range(0, corners + degree)
                .mapToObj(index -> 1 + 0.1 * (index % corners))
                .toList();

        // When
        Curve.Spline spline = new UnclampedSpline(degree, controls, steps(corners + 2 * degree + 1), weights)
                .clamped(SourceSpan.NONE);

        // Then
        assertThat(Curves.start(spline).distanceTo(Curves.end(spline))).isCloseTo(0, within(1e-12));
        assertThat(spline.knots().getFirst()).isEqualTo(degree);
        assertThat(spline.knots().getLast()).isEqualTo(corners + degree);
    }

    @Test
    void aClampedSplineStaysAsItIs() {
        // Given
        Curve.Spline spline = new Curve.Spline(
                2,
                List.of(new Vector2(0, 0), new Vector2(1, 1), new Vector2(2, 0), new Vector2(3, 1)),
                SourceSpan.NONE);

        // When
        Curve.Spline clamped =
                new UnclampedSpline(2, spline.controls(), spline.knots(), List.of()).clamped(SourceSpan.NONE);

        // Then
        assertThat(clamped).isEqualTo(spline);
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        List<Vector2> two = List.of(new Vector2(0, 0), new Vector2(1, 0));

        assertThatIllegalArgumentException().isThrownBy(() -> new UnclampedSpline(2, two, steps(5), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnclampedSpline(1, two, steps(5), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnclampedSpline(1, two, List.of(0.0, 1.0, 0.5, 2.0), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new UnclampedSpline(1, two, List.of(0.0, 1.0, 1.0, 2.0), List.of()).clamped(SourceSpan.NONE));
    }
}
