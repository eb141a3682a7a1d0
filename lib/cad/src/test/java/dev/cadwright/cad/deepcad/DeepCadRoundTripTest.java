package dev.cadwright.cad.deepcad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Constructions;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DeepCadRoundTripTest {
    @Provide
    Arbitrary<Construction> constructions() {
        return Constructions.singleProfiles();
    }

    @Property(tries = 300)
    void whatIsWrittenReadsBackToTheSameConstruction(@ForAll("constructions") Construction construction) {
        String text = DeepCadWriter.write(construction).orElseThrow();

        assertThat(DeepCadReader.read(text).orElseThrow().withoutSpans()).isEqualTo(construction);
    }

    @Property(tries = 100)
    void arcsReadBackNearlyTheSameWithoutTheNotedMiddle(@ForAll("constructions") Construction construction) {
        // Given: what a reader sees that knows the original's members only
        String text = DeepCadWriter.write(construction).orElseThrow().replace("\"mid_point\"", "\"other\"");

        // When
        Construction read = DeepCadReader.read(text).orElseThrow();

        // Then: but for rounding in the middles of arcs
        assertThat(middles(read)).hasSameSizeAs(middles(construction));
        for (int index = 0; index < middles(read).size(); index++) {
            Curve.Arc expected = middles(construction).get(index);
            double size = expected.start().distanceTo(expected.end());
            assertThat(middles(read).get(index).mid().distanceTo(expected.mid()))
                    .isLessThan(1e-9 * size);
        }
    }

    private static List<Curve.Arc> middles(Construction construction) {
        return construction.features().stream()
                .flatMap(feature -> ((Feature.Extrude) feature).profiles().stream())
                .flatMap(profile -> profile.outer().curves().stream())
                .filter(Curve.Arc.class::isInstance)
                .map(Curve.Arc.class::cast)
                .toList();
    }

    @Test
    void anIntersectionWithSeveralProfilesAtOnceCannotBeWritten() {
        // Given
        Profile profile = square();
        Feature both = new Feature.Extrude(
                Frame.XY, List.of(profile, profile), new Extent.OneSide(1), Operation.INTERSECT, SourceSpan.NONE);

        // When
        Parse<String> written = DeepCadWriter.write(new Construction(List.of(both)));

        // Then
        assertThat(written.diagnostics()).singleElement().satisfies(diagnostic -> assertThat(diagnostic.isUnsupported())
                .isTrue());
    }

    private static Profile square() {
        String text = new DeepCadFile()
                .sketch("s", DeepCadFile.profile(DeepCadFile.square(0, 1)))
                .extrude("e", "s", "A")
                .text();
        Construction read = DeepCadReader.read(text).orElseThrow();
        return ((Feature.Extrude) read.features().getFirst()).profiles().getFirst();
    }
}
