package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.sketch.SketchLanguage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features that cannot be. */
class HostileHistoryTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    private static final String SQUARE = """
            s = Sketch()
            s.add_line(start=(0, 0), end=(10, 0))
            s.add_line(start=(10, 0), end=(10, 10))
            s.add_line(start=(10, 10), end=(0, 10))
            s.add_line(start=(0, 10), end=(0, 0))
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Revolve(s, axis=((0, 0), (0, 0))) | axis.length",
                "Revolve(s, axis=((5, 0), (5, 1))) | revolve.refused",
                "Revolve(s, axis=((-1, 0), (-1, 1)), angle=0) | kernel.refused",
                "Revolve(s, axis=((-1, 0), (-1, 1)), angle=1e9) | ok",
                "Revolve(s, axis=((-1e9, 0), (-1e9, 1)), angle=1e-9) | number.range",
                "Extrude(s, distance=1000, taper=-89) | ok",
                "Extrude(s, distance=1e-9, taper=89.999999) | sweep.length",
                "Loft((s, s)) | loft.refused",
                "Loft((s, t), ruled=True) | kernel.refused",
                "Sweep(s, s) | kernel.refused",
                "Sweep(s, t) | ok",
                "Sweep(t, p) | kernel.refused",
                "p.add_ellipse_arc(start=(9, 9), end=(0, 0), center=(0, 0), axis=(0, 0), radius=0); Sweep(s, p) | number.not_positive",
                "t.add_hole(); t.add_spline(controls=((0, 0), (1e9, 1), (0, 1e-9), (0, 0))); Extrude(t, distance=1) | number.range"
            })
    void eachEndsAsStatedAndThePoolServesOn(String calls, String outcome) {
        // Given
        String program = SQUARE + """
                t = Sketch(origin=(0, 0, 5))
                t.add_circle(center=(0, 0), radius=1e-7)
                p = Sketch(x_axis=(1, 0, 0), normal=(0, -1, 0))
                p.add_line(start=(0, 0), end=(0, 3))
                p.add_line(start=(0, 3), end=(0, 0))
                """;

        // When
        Construction construction =
                SketchLanguage.parse(program + calls.replace("; ", "\n")).orElseThrow();
        Execution execution = KERNEL.pool()
                .execute(
                        new Source.Program(construction),
                        Request.properties().within(Budget.STANDARD.withTime(Duration.ofSeconds(2))));

        // Then
        assertThat(outcome(execution)).isEqualTo(outcome);
        assertThat(KERNEL.pool()
                        .execute(Shapes.box(1, 2, 3), Request.properties())
                        .category())
                .isEqualTo(Category.OK);
    }

    @Test
    void aFeatureThatCannotBeMadeIsNamed() {
        // Given
        Construction construction = SketchLanguage.parse(SQUARE + "Extrude(s, distance=1)\n"
                        + "e = Sketch()\ne.add_ellipse(center=(0, 0), axis=(0, 0), radius=1)\nExtrude(e, distance=1)")
                .orElseThrow();

        // When
        Execution execution = KERNEL.pool().execute(new Source.Program(construction), Request.properties());

        // Then
        assertThat(execution).isInstanceOf(Execution.Rejected.class);
        assertThat(((Execution.Rejected) execution).fault().feature()).hasValue(1);
    }

    private static String outcome(Execution execution) {
        return execution instanceof Execution.Rejected rejected
                ? rejected.fault().code()
                : execution.category().label();
    }
}
