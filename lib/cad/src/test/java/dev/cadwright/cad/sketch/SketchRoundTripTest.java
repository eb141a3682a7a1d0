package dev.cadwright.cad.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Constructions;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SketchRoundTripTest {
    @Provide
    Arbitrary<Construction> constructions() {
        return Constructions.any();
    }

    @Property(tries = 500)
    void whatIsPrintedParsesToTheSameConstruction(@ForAll("constructions") Construction construction) {
        String text = SketchLanguage.print(construction);

        Construction parsed = SketchLanguage.parse(text).orElseThrow();

        assertThat(parsed.withoutSpans()).isEqualTo(construction);
        assertThat(SketchLanguage.print(parsed)).isEqualTo(text);
    }

    @Property(tries = 200)
    void roundingMovesNoNumberByMoreThanAsked(@ForAll("constructions") Construction construction) {
        // Given
        NumberStyle style = new NumberStyle.Decimals(4);

        // When
        Construction rounded =
                SketchLanguage.parse(SketchLanguage.print(construction, style)).orElseThrow();

        // Then
        assertThat(rounded.features()).hasSameSizeAs(construction.features());
        for (int index = 0; index < rounded.features().size(); index++) {
            Vector3 before = plane(construction.features().get(index)).origin();
            Vector3 after = plane(rounded.features().get(index)).origin();
            assertThat(after.distanceTo(before)).isLessThan(1e-4);
        }
    }

    @Property(tries = 300)
    void anyPlaneReadsBack(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        Frame plane = new Frame(Vector3.ZERO, direction(random), direction(random));
        Loop circle = new Loop(List.of(new Curve.Circle(new Vector2(0, 0), 1, SourceSpan.NONE)));
        Feature extrude = new Feature.Extrude(
                plane,
                List.of(new Profile(circle, List.of())),
                new Extent.OneSide(1),
                Operation.NEW_BODY,
                SourceSpan.NONE);

        // When
        String text = SketchLanguage.print(new Construction(List.of(extrude)));
        Frame read = plane(SketchLanguage.parse(text).orElseThrow().features().getFirst());

        // Then
        assertThat(read).isEqualTo(plane);
    }

    private static Vector3 direction(Random random) {
        return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }

    private static Frame plane(Feature feature) {
        return switch (feature) {
            case Feature.Extrude extrude -> extrude.plane();
            case Feature.Revolve revolve -> revolve.plane();
            case Feature.Sweep sweep -> sweep.plane();
            case Feature.Loft loft -> loft.sections().getFirst().plane();
        };
    }
}
