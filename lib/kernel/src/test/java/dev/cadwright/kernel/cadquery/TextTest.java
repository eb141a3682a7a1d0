package dev.cadwright.kernel.cadquery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.SolidProperties;
import dev.cadwright.kernel.TestKernel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters, with the figures of CadQuery 2.8 (OCCT 7.9) and the DejaVu fonts 2.37. */
class TextTest {
    private static final String PRELUDE =
            "import cadquery as cq\nfrom cadquery.func import text, circle, extrude, plane\nr = ";

    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cq.Workplane().text('Hello g%&',10,2) | 10 | 176 | 468 | 226.14397605260217 | 785.7141406543958 | -25.10498 -5.541992 -1e-07 25.77881 4.135742 2
            cq.Workplane('XZ').text('AVATo Té',7,-1.5,halign='left',valign='bottom') | 8 | 101 | 255 | 71.74310231208801 | 335.20614201260696 | 0.0546875 -1e-07 -0.09912119 29.5415 1.5 5.598633
            cq.Workplane().text('one\\ntwo three\\n\\n\\tx',5,1,halign='right',valign='top') | 12 | 223 | 597 | 36.312643686930336 | 252.2885252793491 | -23.7915 -22.10205 -1e-07 -0.1635742 -1.84082 1
            cq.Workplane().text('Bold ÄÖ',5,1,kind='bold') | 10 | 129 | 327 | 40.45488437016804 | 188.09583162634107 | -10.74097 -1.801758 -1e-07 10.94849 2.905273 1
            cq.Workplane().text('Italic',5,1,kind='italic') | 7 | 106 | 276 | 12.949595848719277 | 92.35942198764374 | -5.878906 -1.801758 -1e-07 5.944824 2.067871 1
            cq.Workplane().text('Serif & Q',5,1,font='Times',valign='bottom') | 8 | 196 | 540 | 22.61181722084681 | 169.45313584808267 | -11.5564 -0.8007813 -1e-07 11.698 3.798828 1
            cq.Workplane().text('i = 0;',5,1,font='Courier',halign='left') | 8 | 72 | 168 | 10.051779945691425 | 71.61242120914953 | 0.4345703 -2.431641 -1e-07 16.89209 2.067871 1
            cq.Workplane().text('ab',5,1,font='No Such Font') | 2 | 53 | 147 | 7.3400333523750305 | 50.2805236353747 | -2.818604 -1.801758 -1e-07 2.845459 2.067871 1
            cq.Workplane().text('\\u4e2d',5,1) | 1 | 10 | 24 | 3.5502254962921134 | 32.50084161758423 | -1.251221 -2.614746 0 1.248779 1.794434 1
            cq.Workplane().box(40,12,6).faces('>Z').workplane().text('B8 cut',8,-1) | 1 | 124 | 339 | 2836.0200538635236 | 1713.7402274877536 | -20 -6 -3 20 6 3
            cq.Workplane().box(40,12,6).faces('<Y').workplane(centerOption='CenterOfMass').text('add i',4,1.5,combine='a') | 1 | 92 | 246 | 2892.234106540677 | 1659.1916830476814 | -20 -7.5 -3 20 6 3
            cq.Workplane(obj=cq.Compound.makeText('mk',10,3,position=cq.Plane.YZ((1,2,3)))) | 2 | 42 | 114 | 94.70236897468568 | 302.67568695521 | 0.9999999 -4.85791 -0.4619142 4 9.736816 7.135742
            """)
    void textIsSetAsTheReferenceDoes(
            String text, int solids, int faces, int edges, double volume, double area, String box) {
        // When
        Actual actual = Actual.of(PRELUDE + text, KERNEL.pool());

        // Then
        SolidProperties properties = actual.properties().orElseThrow(() -> new AssertionError(actual.message()));
        assertThat(properties.solids()).isEqualTo(solids);
        assertThat(properties.faces()).isEqualTo(faces);
        assertThat(properties.edges()).isEqualTo(edges);
        assertThat(properties.volume()).isCloseTo(volume, withinPercentage(1e-4));
        assertThat(properties.area()).isCloseTo(area, withinPercentage(1e-4));
        double[] corners =
                Arrays.stream(box.split(" ")).mapToDouble(Double::parseDouble).toArray();
        Bounds bounds = properties.bounds();
        double[] found = {
            bounds.min().x(),
            bounds.min().y(),
            bounds.min().z(),
            bounds.max().x(),
            bounds.max().y(),
            bounds.max().z()
        };
        assertThat(found).containsExactly(corners, within(1e-5));
    }

    /** The reference approximates smooth outlines here; the figures are those of its solid text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            extrude(text('Flat 8', 10), (0, 0, 1))                                            | 60.16833782196043
            extrude(text('round', 3, circle(10), planar=True, halign='left'), (0, 0, 1))      | 5.29466736316681
            """)
    void flatTextKeepsItsOutlines(String text, double volume) {
        assertThat(volume("cq.Workplane(obj=" + text + ")")).isCloseTo(volume, withinPercentage(1e-4));
    }

    @Test
    void namedFontsAreFoundWhateverTheirCase() {
        double sans = volume("cq.Workplane().text('Rag', 5, 1, font='DejaVu Sans')");

        assertThat(volume("cq.Workplane().text('Rag', 5, 1)")).isEqualTo(sans);
        assertThat(volume("cq.Workplane().text('Rag', 5, 1, font='dejavu sans condensed')"))
                .isNotEqualTo(sans);
        assertThat(volume("cq.Workplane().text('Rag', 5, 1, fontPath='/etc/passwd')"))
                .isEqualTo(sans);
    }

    private static double volume(String program) {
        return Actual.of(PRELUDE + program, KERNEL.pool())
                .properties()
                .orElseThrow()
                .volume();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cq.Workplane().text('', 5, 1)                                     | RUNTIME     | list index out of range
            cq.Workplane().text('  ', 5, 1)                                   | RUNTIME     | list index out of range
            cq.Workplane().text('a', 0, 1)                                    | RUNTIME     | list index out of range
            cq.Workplane().text('a', float('nan'), 1)                         | RUNTIME     | 'fontsize' must be a finite number
            cq.Workplane().text('a', 5, 1, kind='heavy')                      | RUNTIME     | 'heavy'
            cq.Workplane().text('a' * 10**7, 5, 1)                            | EXHAUSTED   | steps
            text('a', 5, circle(9), plane(20, 20))    | UNSUPPORTED | text
            """)
    void textThatCannotBeSetIsAnError(String program, Category category, String message) {
        Actual actual = Actual.of(PRELUDE + program, KERNEL.pool());

        assertThat(actual.category()).isEqualTo(category);
        assertThat(actual.message()).contains(message);
    }
}
