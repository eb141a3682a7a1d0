package dev.cadwright.kernel.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.cadwright.kernel.SolidProperties;
import dev.cadwright.kernel.TestKernel;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Skins over sections with different numbers of corners, with the figures of CadQuery 2.8 (OCCT 7.9). */
class LoftTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rect(5,8).workplane(offset=6).polygon(6,6)                                  | 188.74613391789288 | 8
            rect(5,8).workplane(offset=6).polygon(3,6)                                  | 149.91889428169605 | 7
            slot2D(12,5,90).workplane(offset=6).polygon(6,6)                            | 223.06533869738914 | 8
            circle(3).workplane(offset=6).rect(5,8).workplane(offset=7).polygon(6,6)    | 455.8971740423642  | 8
            ellipse(3,8).workplane(offset=6).slot2D(12,5,90).workplane(offset=7).rect(5,8) | 710.0008410220016 | 7
            """)
    void sectionsAreMatchedAsTheReferenceDoes(String sections, double volume, int faces) {
        Actual actual =
                Actual.of("import cadquery as cq\nr = cq.Workplane().%s.loft()\n".formatted(sections), KERNEL.pool());

        SolidProperties properties = actual.properties().orElseThrow();
        assertThat(properties.volume()).isCloseTo(volume, withinPercentage(1e-4));
        assertThat(properties.faces()).isEqualTo(faces);
    }
}
