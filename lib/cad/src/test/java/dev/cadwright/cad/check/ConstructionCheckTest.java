package dev.cadwright.cad.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Constructions;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.sketch.SketchLanguage;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstructionCheckTest {
    private static List<Diagnostic> check(String text) {
        return ConstructionCheck.check(SketchLanguage.parse(text).orElseThrow());
    }

    /** A sketch of curves written {@code x0 y0 x1 y1; …}, extruded. */
    private static List<Diagnostic> polygon(double... corners) {
        StringBuilder text = new StringBuilder("s = Sketch()\n");
        int count = corners.length / 2;
        for (int index = 0; index < count; index++) {
            int next = (index + 1) % count;
            text.append("s.add_line((%s, %s), (%s, %s))\n"
                    .formatted(corners[2 * index], corners[2 * index + 1], corners[2 * next], corners[2 * next + 1]));
        }
        return check(text + "Extrude(s, 1)\n");
    }

    private static void assertOnly(String code, List<Diagnostic> found) {
        assertThat(found.stream().map(Diagnostic::code)).containsExactly(code);
    }

    @Provide
    Arbitrary<Construction> constructions() {
        return Constructions.any();
    }

    @Property(tries = 300)
    void nothingIsFoundWrongWithSoundConstructions(@ForAll("constructions") Construction construction) {
        List<Diagnostic> found = ConstructionCheck.check(construction);

        if (construction.features().isEmpty()) {
            assertOnly("shape.empty", found);
        } else {
            assertThat(found).isEmpty();
        }
    }

    @Test
    void aBowTieCrossesItself() {
        // When
        List<Diagnostic> found = polygon(0, 0, 2, 2, 2, 0, 0, 2);

        // Then
        assertOnly("shape.crossing", found);
        assertThat(found.getFirst().line()).isEqualTo(4);
        assertThat(found.getFirst().message()).contains("line 2");
    }

    @Test
    void edgesThatRunBackOverEachOtherAreFound() {
        assertOnly("shape.crossing", polygon(0, 0, 4, 0, 4, 1, 4, 0, 2, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "'(0, 0), 2', '(3, 0), 2'", // circles that cross
        "'(0, 0), 2', '(0, 0), 2'", // the same circle twice
    })
    void loopsThatCrossOrCoverEachOtherAreFound(String outer, String hole) {
        String text =
                "s = Sketch()\ns.add_circle(%s)\ns.add_hole()\ns.add_circle(%s)\nExtrude(s, 1)".formatted(outer, hole);

        assertOnly("shape.crossing", check(text));
    }

    @Test
    void aHoleThatTouchesFromInsideIsNoFault() {
        String text = "s = Sketch()\ns.add_circle((0, 0), 2)\ns.add_hole()\ns.add_circle((1, 0), 1)\nExtrude(s, 1)";

        assertThat(check(text)).isEmpty();
    }

    @Test
    void aHoleOutsideOfItsLoopIsFound() {
        String text = "s = Sketch()\ns.add_circle((0, 0), 2)\ns.add_hole()\ns.add_circle((5, 0), 1)\nExtrude(s, 1)";

        assertOnly("shape.hole-outside", check(text));
    }

    @Test
    void anArcThatCrossesALineIsFoundAndOneThatMeetsItsEndsIsNot() {
        String half = "s = Sketch()\ns.add_line((-1, 0), (1, 0))\ns.add_arc((1, 0), (0, 1), (-1, 0))\nExtrude(s, 1)";
        String through = "s = Sketch()\ns.add_line((-1, 0), (1, 0))\ns.add_line((1, 0), (1, 0.5))\n"
                + "s.add_arc((1, 0.5), (0, -0.5), (-1, 0.5))\ns.add_line((-1, 0.5), (-1, 0))\nExtrude(s, 1)";

        assertThat(check(half)).isEmpty();
        assertOnly("shape.crossing", check(through));
    }

    @Test
    void filletsTouchTheirNeighboursWithoutFault() {
        String text = """
                s = Sketch()
                s.add_line((0.1, 0), (1, 0))
                s.add_line((1, 0), (1, 1))
                s.add_line((1, 1), (0, 1))
                s.add_line((0, 1), (0, 0.1))
                s.add_arc((0, 0.1), (0.029289321881345254, 0.029289321881345254), (0.1, 0))
                Extrude(s, 1)
                """;

        assertThat(check(text)).isEmpty();
    }

    @Test
    void anOpenLoopIsFoundWithTheCurveThatBreaksIt() {
        String gap =
                "s = Sketch()\ns.add_line((0, 0), (1, 0))\ns.add_line((1, 0.1), (0, 1))\ns.add_line((0, 1), (0, 0))\n";
        String open = "s = Sketch()\ns.add_line((0, 0), (1, 0))\ns.add_line((1, 0), (0, 1))\n";

        assertThat(check(gap + "Extrude(s, 1)")).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("shape.open-loop");
            assertThat(found.line()).isEqualTo(3);
        });
        assertOnly("shape.open-loop", check(open + "Extrude(s, 1)"));
    }

    @Test
    void curvesWithoutExtentAreFound() {
        String circle = "s = Sketch()\ns.add_circle((0, 0), %s)\nExtrude(s, 1)";
        String arc = "s = Sketch()\ns.add_arc((0, 0), (1, 0), (2, 0))\ns.add_line((2, 0), (0, 0))\nExtrude(s, 1)";

        assertOnly("shape.radius", check(circle.formatted("0")));
        assertOnly("shape.radius", check(circle.formatted("-1")));
        assertOnly("shape.degenerate-curve", check(arc));
        assertOnly("shape.degenerate-curve", polygon(0, 0, 1, 0, 1, 0, 0, 1));
    }

    @Test
    void extrudesWithoutHeightAreFound() {
        String circle = "s = Sketch()\ns.add_circle((0, 0), 1)\n";

        assertOnly("shape.extent", check(circle + "Extrude(s, 0)"));
        assertOnly("shape.extent", check(circle + "Extrude(s, 0, symmetric=True)"));
        assertOnly("shape.extent", check(circle + "Extrude(s, 0, against=0)"));
        assertThat(check(circle + "Extrude(s, 0, against=1)")).isEmpty();
    }

    @Test
    void aFirstFeatureThatTakesAwayIsFound() {
        String circle = "s = Sketch()\ns.add_circle((0, 0), 1)\n";

        assertOnly("shape.first-feature", check(circle + "Extrude(s, 1, operation=\"cut\")"));
        assertOnly("shape.first-feature", check(circle + "Extrude(s, 1, operation=\"intersect\")"));
    }

    @Test
    void aProfileOfVeryManyLoopsIsNoTrap() {
        // Given: two thousand circles in each other, forty times over
        StringBuilder text = new StringBuilder("s = Sketch()\ns.add_circle((0, 0), 2001)\n");
        for (int radius = 2000; radius > 0; radius--) {
            text.append("s.add_hole()\ns.add_circle((0, 0), ").append(radius).append(")\n");
        }
        text.append("Extrude(s, 1)\n".repeat(40));

        // When, Then
        assertThatCode(() -> assertTimeoutPreemptively(Duration.ofSeconds(30), () -> check(text.toString())))
                .doesNotThrowAnyException();
    }
}
