package dev.cadwright.cad.transpile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Constructions;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.sketch.SketchLanguage;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PrintersTest {
    private static Construction sketch(String text) {
        return SketchLanguage.parse(text).orElseThrow();
    }

    @Test
    void anExtrudeIsDrawnAndUnitedInCadQuery() {
        // Given
        Construction construction = sketch("""
                s = Sketch(origin=(0, 0, 1))
                s.add_line(start=(0, 0), end=(4, 0))
                s.add_arc(start=(4, 0), mid=(2, 2), end=(0, 0))
                s.add_hole()
                s.add_circle(center=(2, 1), radius=0.5)
                Extrude(s, distance=3, against=1)
                Extrude(s, distance=9, operation="cut")
                """);

        // When
        String text = CadQueryPrinter.print(construction).orElseThrow();

        // Then
        assertThat(text).isEqualTo("""
                import cadquery as cq

                # Feature 1
                plane = cq.Plane(origin=(0, 0, 1), xDir=(1, 0, 0), normal=(0, 0, 1))
                solid = (
                    cq.Workplane(plane)
                    .workplane(offset=-1)
                    .moveTo(0, 0)
                    .lineTo(4, 0)
                    .threePointArc((2, 2), (0, 0))
                    .close()
                    .moveTo(2, 1)
                    .circle(0.5)
                    .extrude(4)
                )
                result = solid

                # Feature 2
                plane = cq.Plane(origin=(0, 0, 1), xDir=(1, 0, 0), normal=(0, 0, 1))
                solid = (
                    cq.Workplane(plane)
                    .moveTo(0, 0)
                    .lineTo(4, 0)
                    .threePointArc((2, 2), (0, 0))
                    .close()
                    .moveTo(2, 1)
                    .circle(0.5)
                    .extrude(9)
                )
                result = result.cut(solid)
                """);
    }

    @Test
    void aProfileOnBothSidesOfItsAxisIsNotPrintedAsAnotherOne() {
        // Given
        Construction construction = sketch("""
                s = Sketch()
                s.add_line(start=(-1, 0), end=(2, 0))
                s.add_line(start=(2, 0), end=(2, 2))
                s.add_line(start=(2, 2), end=(-1, 0))
                Revolve(s, axis=((0, 0), (0, 1)), angle=90)
                """);

        // When
        Parse<String> printed = OpenScadPrinter.print(construction);

        // Then
        assertThat(printed.diagnostics()).singleElement().satisfies(diagnostic -> assertThat(diagnostic.code())
                .isEqualTo("unsupported.revolve"));
    }

    @Test
    void aRevolveTurnsRightOfTheAxisInOpenScad() {
        // Given
        Construction construction = sketch("""
                s = Sketch()
                s.add_line(start=(-1, 0), end=(-1, 2))
                s.add_line(start=(-1, 2), end=(-2, 0))
                s.add_line(start=(-2, 0), end=(-1, 0))
                Revolve(s, axis=((0, 0), (0, 1)), angle=90)
                """);

        // When
        String text = OpenScadPrinter.print(construction).orElseThrow();

        // Then
        assertThat(text)
                .contains("rotate_extrude(angle = 90, $fn = 128, convexity = 10)")
                .contains("polygon(points = [[1, 0], [1, 2], [2, 0]], paths = [[0, 1, 2]], convexity = 10);")
                .contains("128 chords a turn");
    }

    @Test
    void whatALanguageHasNoWordsForIsRefusedWithItsPlace() {
        // Given
        Construction tapered = sketch("""
                s = Sketch()
                s.add_circle(center=(0, 0), radius=1)
                Extrude(s, distance=1, taper=3)
                """);

        // When, Then
        assertThat(OpenScadPrinter.print(tapered).diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("unsupported.taper");
            assertThat(diagnostic.line()).isEqualTo(3);
        });
        assertThat(CadQueryPrinter.print(tapered).orElseThrow()).contains("taper=-3");
        assertThat(CadQueryPrinter.print(new Construction(List.of())).diagnostics())
                .isNotEmpty();
        assertThat(OpenScadPrinter.print(new Construction(List.of())).diagnostics())
                .isNotEmpty();
    }

    @Provide
    Arbitrary<Construction> constructions() {
        return Constructions.any();
    }

    @Property(tries = 300)
    void everyConstructionIsPrintedOrRefusedWithAReason(@ForAll("constructions") Construction construction) {
        for (Parse<String> printed :
                List.of(CadQueryPrinter.print(construction), OpenScadPrinter.print(construction))) {
            assertThat(printed instanceof Parse.Ok
                            || printed.diagnostics().getFirst().isUnsupported()
                            || construction.features().isEmpty())
                    .isTrue();
        }
    }
}
