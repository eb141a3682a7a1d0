package dev.cadwright.cad.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.check.ConstructionCheck;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SketchLanguageTest {
    private static final String PLATE = """
            # CAD Construction Sequence

            # Create sketch: Sketch 1
            sketch = Sketch(origin=(0, 0, 0.01), x_axis=(0, 1, 0), normal=(1, 0, 0))
            sketch.add_line(start=(0, 0), end=(2, 0))
            sketch.add_line(start=(2, 0), end=(2, 1))
            sketch.add_arc(start=(2, 1), mid=(1, 1.5), end=(0, 1))
            sketch.add_line(start=(0, 1), end=(0, 0))
            sketch.add_hole()
            sketch.add_circle(center=(1, 0.5), radius=0.2)
            sketch.add_profile()
            sketch.add_circle(center=(5, 5), radius=1)

            # Extrude: Extrude 1
            extrude = Extrude(sketch, distance=-0.5, operation="new_body")
            """;

    private static Feature.Extrude only(String text) {
        return (Feature.Extrude)
                SketchLanguage.parse(text).orElseThrow().features().getFirst();
    }

    private static Diagnostic refused(String text) {
        List<Diagnostic> diagnostics = SketchLanguage.parse(text).diagnostics();
        assertThat(diagnostics).hasSize(1);
        return diagnostics.getFirst();
    }

    @Test
    void aProgramSaysPlanesLoopsProfilesExtentsAndOperations() {
        // When
        Feature.Extrude extrude = only(PLATE);

        // Then
        assertThat(extrude.plane()).isEqualTo(new Frame(new Vector3(0, 0, 0.01), Vector3.Y, Vector3.X));
        assertThat(extrude.profiles()).hasSize(2);
        assertThat(extrude.profiles().getFirst().outer().curves()).hasSize(4);
        assertThat(extrude.profiles().getFirst().holes()).hasSize(1);
        assertThat(extrude.extent()).isEqualTo(new Extent.OneSide(-0.5));
        assertThat(extrude.operation()).isEqualTo(Operation.NEW_BODY);
    }

    @Test
    void theCanonicalFormIsLeftAsItIs() {
        assertThat(SketchLanguage.print(SketchLanguage.parse(PLATE).orElseThrow()))
                .isEqualTo(PLATE);
    }

    @Test
    void theFreeFormMeansTheSame() {
        // Given: positions for names, other spacing, one sketch extruded twice, no names for extrudes
        String text = "s=Sketch( )\r\ns.add_circle( ( 0,\n0 ) , +1.50e0,)  # round\n"
                + "Extrude(s, 2, symmetric = True)\n\tExtrude(s, .5, 1., operation='cut')";

        // When
        Construction construction = SketchLanguage.parse(text).orElseThrow();

        // Then
        assertThat(SketchLanguage.print(construction)).isEqualTo("""
                # CAD Construction Sequence

                # Create sketch: Sketch 1
                sketch = Sketch()
                sketch.add_circle(center=(0, 0), radius=1.5)

                # Extrude: Extrude 1
                extrude = Extrude(sketch, distance=2, symmetric=True, operation="new_body")

                # Create sketch: Sketch 2
                sketch = Sketch()
                sketch.add_circle(center=(0, 0), radius=1.5)

                # Extrude: Extrude 2
                extrude = Extrude(sketch, distance=0.5, against=1, operation="cut")
                """);
    }

    @Test
    void aSketchCanGrowAfterItWasExtruded() {
        // Given
        String text = """
                s = Sketch()
                s.add_circle(center=(0, 0), radius=2)
                Extrude(s, distance=1)
                s.add_hole()
                s.add_circle(center=(0, 0), radius=1)
                Extrude(s, distance=3, operation="join")
                """;

        // When
        List<Feature> features = SketchLanguage.parse(text).orElseThrow().features();

        // Then
        assertThat(features.stream().map(feature -> ((Feature.Extrude) feature)
                        .profiles()
                        .getFirst()
                        .holes()
                        .size()))
                .containsExactly(0, 1);
    }

    @Test
    void curvesAndFeaturesCarryTheirPlace() {
        // When
        Feature.Extrude extrude = only(PLATE);

        // Then
        assertThat(extrude.profiles().getFirst().outer().curves().get(2))
                .isEqualTo(new Curve.Arc(
                        new Vector2(2, 1), new Vector2(1, 1.5), new Vector2(0, 1), new SourceSpan(7, 1, 7, 55)));
        assertThat(extrude.span().line()).isEqualTo(15);
    }

    @Test
    void aProgramWithoutAnExtrudeMakesNothing() {
        assertThat(SketchLanguage.parse("").orElseThrow().features()).isEmpty();
        assertThat(SketchLanguage.parse("# nothing\n\nsketch = Sketch()")
                        .orElseThrow()
                        .features())
                .isEmpty();
    }

    @Test
    void anErrorSaysWhereWhatWasExpectedAndWhatWasMeant() {
        // When
        Diagnostic diagnostic = refused("sketch = Sketch()\nsketch.add_cirle(center=(0, 0), radius=1)\n");

        // Then
        assertThat(diagnostic)
                .isEqualTo(new Diagnostic(
                        "syntax.method",
                        "a sketch has no method \"add_cirle\"",
                        2,
                        8,
                        "add_line, add_arc, add_tangent_arc, add_circle, add_ellipse, add_ellipse_arc, add_spline,"
                                + " add_hole or add_profile",
                        "did you mean \"add_circle\"?"));
    }

    @Test
    void namesAreSuggestedForFunctionsParametersOperationsAndVariables() {
        String sketch = "sketch = Sketch()\nsketch.add_circle(center=(0, 0), radius=1)\n";

        assertThat(refused("s = Sketh()").hint()).contains("\"Sketch\"");
        assertThat(refused("s = Sketch(orign=(0, 0, 0))").hint()).contains("\"origin\"");
        assertThat(refused(sketch + "Extrude(sketch, distance=1, operation=\"cutt\")")
                        .hint())
                .contains("\"cut\"");
        assertThat(refused(sketch + "Extrude(skech, distance=1)").hint()).contains("\"sketch\"");
    }

    @Test
    void everyBadLineIsNamed() {
        // Given
        String text = "a = 1\nb = Sketch()\nb.add_line(start=(0, 0))\nb.add_circle(center=(0, 0), radius=1)\nwhat\n";

        // When
        List<Diagnostic> diagnostics = SketchLanguage.parse(text).diagnostics();

        // Then
        assertThat(diagnostics.stream().map(Diagnostic::line)).containsExactly(1, 3, 5);
        assertThat(diagnostics.get(1).message()).contains("end");
    }

    @Test
    void theLossyFormIsRecognisedAndRefused() {
        // Given
        String lossy = SketchLanguage.printLossy(SketchLanguage.parse(PLATE).orElseThrow());

        // When
        List<Diagnostic> diagnostics = SketchLanguage.parse(lossy).diagnostics();

        // Then
        assertThat(diagnostics.stream().map(Diagnostic::code)).contains("syntax.elided", "syntax.type");
    }

    @Test
    void theLossyFormLooksLikeTheFirstConversations() {
        assertThat(SketchLanguage.printLossy(SketchLanguage.parse(PLATE).orElseThrow()))
                .isEqualTo("""
                        # CAD Construction Sequence

                        # Create sketch: Sketch 1
                        sketch = Sketch()
                        sketch.add_line(start=(0.000, 0.000, 0.000), end=(2.000, 0.000, 0.000))
                        sketch.add_line(start=(2.000, 0.000, 0.000), end=(2.000, 1.000, 0.000))
                        sketch.add_arc(...)
                        sketch.add_line(start=(0.000, 1.000, 0.000), end=(0.000, 0.000, 0.000))
                        sketch.add_circle(...)
                        sketch.add_circle(...)

                        # Extrude: Extrude 1
                        extrude = Extrude(sketch, distance=-0.500)
                        """);
    }

    @Test
    void aCircleStandsAloneInItsLoop() {
        // Given
        String text = "s = Sketch()\ns.add_circle((0, 0), 2)\ns.add_circle((0, 0), 1)\n";

        // When
        Diagnostic diagnostic = refused(text);

        // Then
        assertThat(diagnostic.code()).isEqualTo("shape.circle-in-loop");
        assertThat(diagnostic.expectation()).contains("add_hole");
    }

    @Test
    void emptyProfilesAndHolesAreRefused() {
        assertThat(refused("s = Sketch()\nExtrude(s, 1)").message()).isEqualTo("the sketch is empty");
        assertThat(refused("s = Sketch()\ns.add_hole()").code()).isEqualTo("shape.empty-profile");
        assertThat(refused("s = Sketch()\ns.add_circle((0, 0), 1)\ns.add_hole()\nExtrude(s, 1)")
                        .code())
                .isEqualTo("shape.empty-profile");
        assertThat(refused("s = Sketch()\ns.add_circle((0, 0), 1)\ns.add_profile()\nExtrude(s, 1)")
                        .code())
                .isEqualTo("shape.empty-profile");
    }

    @Test
    void aPlaneNeedsTwoDirections() {
        assertThat(refused("s = Sketch(normal=(1, 0, 0))").code()).isEqualTo("shape.plane");
        assertThat(refused("s = Sketch(normal=(0, 0, 0))").code()).isEqualTo("shape.plane");
    }

    @Test
    void argumentsThatDoNotFitAreRefused() {
        String sketch = "s = Sketch()\ns.add_circle((0, 0), 1)\n";

        assertThat(refused(sketch + "Extrude(s, 1, 2, symmetric=True)").code()).isEqualTo("syntax.argument");
        assertThat(refused(sketch + "Extrude(s, 1, distance=2)").code()).isEqualTo("syntax.argument");
        assertThat(refused(sketch + "Extrude(s)").code()).isEqualTo("syntax.missing-argument");
        assertThat(refused(sketch + "Extrude(s, (1, 2))").expectation()).isEqualTo("a number");
        assertThat(refused(sketch + "e = Extrude(s, 1)\nExtrude(e, 1)").message())
                .contains("is a feature");
        assertThat(refused("Sketch()").code()).isEqualTo("syntax.unnamed-sketch");
    }

    @Test
    void theExampleOfTheReferenceIsCanonicalAndSound() throws IOException {
        // Given
        Path reference = Path.of(System.getProperty("cadwright.root"), "docs", "formats", "sketch.md");
        String example = Files.readString(reference).split("```")[1].substring("python\n".length());

        // When
        Construction construction = SketchLanguage.parse(example).orElseThrow();

        // Then
        assertThat(SketchLanguage.print(construction)).isEqualTo(example);
        assertThat(ConstructionCheck.check(construction)).isEmpty();
    }
}
