package dev.cadwright.cad.deepcad;

import static dev.cadwright.cad.deepcad.DeepCadFile.circle;
import static dev.cadwright.cad.deepcad.DeepCadFile.line;
import static dev.cadwright.cad.deepcad.DeepCadFile.loop;
import static dev.cadwright.cad.deepcad.DeepCadFile.point;
import static dev.cadwright.cad.deepcad.DeepCadFile.profile;
import static dev.cadwright.cad.deepcad.DeepCadFile.square;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.geometry.Vector2;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeepCadReaderTest {
    private static List<Feature.Extrude> extrudes(String text) {
        Construction construction = DeepCadReader.read(text).orElseThrow();
        return construction.features().stream().map(Feature.Extrude.class::cast).toList();
    }

    private static Diagnostic refused(String text) {
        return DeepCadReader.read(text).diagnostics().getFirst();
    }

    @Test
    void holesAreFoundByContainmentThoughEveryLoopCallsItselfOuter() {
        // Given
        String text = new DeepCadFile()
                .sketch("s", profile(loop(circle(2, 2, 1)), square(0, 10), loop(circle(7, 7, 2))))
                .extrude("e", "s", "A")
                .text();

        // When
        Profile profile = extrudes(text).getFirst().profiles().getFirst();

        // Then
        assertThat(profile.outer().curves()).hasSize(4);
        assertThat(profile.holes()).hasSize(2);
    }

    @Test
    void anIslandWithinAHoleIsAProfileOfItsOwn() {
        // Given
        String text = new DeepCadFile()
                .sketch("s", profile(loop(circle(0, 0, 3)), loop(circle(0, 0, 2)), loop(circle(0, 0, 1))))
                .extrude("e", "s", "A")
                .text();

        // When
        List<Profile> profiles = extrudes(text).getFirst().profiles();

        // Then
        assertThat(profiles).hasSize(2);
        assertThat(profiles.getFirst().holes()).hasSize(1);
        assertThat(profiles.getLast().holes()).isEmpty();
    }

    @Test
    void curvesInAnyOrderAndDirectionBecomeOneChainHeadToTail() {
        // Given
        String text = new DeepCadFile()
                .sketch("s", profile(loop(line(0, 0, 1, 0), line(0, 1, 0, 0), line(1, 1, 0, 1), line(1, 1, 1, 0))))
                .extrude("e", "s", "A")
                .text();

        // When
        Loop loop = extrudes(text).getFirst().profiles().getFirst().outer();

        // Then
        assertThat(loop.curves().stream().map(Curves::start))
                .containsExactly(new Vector2(0, 0), new Vector2(1, 0), new Vector2(1, 1), new Vector2(0, 1));
        for (int index = 0; index < 4; index++) {
            assertThat(Curves.end(loop.curves().get(index)))
                    .isEqualTo(Curves.start(loop.curves().get((index + 1) % 4)));
        }
    }

    @Test
    void anArcGoesCounterClockwiseFromItsReferenceWhateverTheOrderOfItsPoints() {
        // Given
        String arc = """
                {"type": "Arc3D", "start_point": %s, "end_point": %s, "center_point": %s, "radius": 1.0,
                 "start_angle": 0.0, "end_angle": 3.141592653589793,
                 "reference_vector": {"x": 1.0, "y": 0.0, "z": 0.0}, "normal": {"x": 0, "y": 0, "z": -1}}""".formatted(point(-1, 0), point(1, 0), point(0, 0));
        String text = new DeepCadFile()
                .sketch("s", profile(loop(line(-1, 0, 1, 0), arc)))
                .extrude("e", "s", "A")
                .text();

        // When
        Curve read =
                extrudes(text).getFirst().profiles().getFirst().outer().curves().getLast();

        // Then
        assertThat(read).isInstanceOfSatisfying(Curve.Arc.class, half -> {
            assertThat(half.start()).isEqualTo(new Vector2(1, 0));
            assertThat(half.mid().distanceTo(new Vector2(0, 1))).isLessThan(1e-12);
            assertThat(half.end()).isEqualTo(new Vector2(-1, 0));
        });
    }

    @Test
    void severalProfilesBecomeExtrudesThatJoinANewBody() {
        // Given
        DeepCadFile file =
                new DeepCadFile().sketch("s", profile(square(0, 1)), profile(square(1, 2)), profile(square(5, 6)));
        String body = file.extrude("e", "s", "A", "C").text();

        // When
        List<Feature.Extrude> extrudes = extrudes(body);

        // Then: profile B is not used
        assertThat(extrudes.stream().map(Feature::operation)).containsExactly(Operation.NEW_BODY, Operation.JOIN);
        assertThat(extrudes)
                .allSatisfy(extrude -> assertThat(extrude.profiles()).hasSize(1));
    }

    @Test
    void severalProfilesRepeatAnyOtherOperation() {
        // Given
        String text = new DeepCadFile()
                .sketch("s", profile(square(0, 9)), profile(square(1, 2)), profile(square(5, 6)))
                .extrude("e", "s", "A")
                .extrude("f", "CutFeatureOperation", "OneSideFeatureExtentType", 1, 0, "s", "B", "C")
                .text();

        // When, Then
        assertThat(extrudes(text).stream().map(Feature::operation))
                .containsExactly(Operation.NEW_BODY, Operation.CUT, Operation.CUT);
    }

    @Test
    void extentsKeepTheirMeaningAndSign() {
        // Given
        String operation = "JoinFeatureOperation";
        String text = new DeepCadFile()
                .sketch("s", profile(square(0, 1)))
                .extrude("a", operation, "OneSideFeatureExtentType", -2, 5, "s", "A")
                .extrude("b", operation, "SymmetricFeatureExtentType", 2, 5, "s", "A")
                .extrude("c", operation, "TwoSidesFeatureExtentType", 2, 3, "s", "A")
                .text();

        // When, Then
        assertThat(extrudes(text).stream().map(Feature.Extrude::extent))
                .containsExactly(new Extent.OneSide(-2), new Extent.Symmetric(2), new Extent.TwoSides(2, 3));
    }

    @Test
    void theSequenceDecidesTheOrderAndUnusedSketchesDoNotMatter() {
        // Given
        String text = new DeepCadFile()
                .sketch("unused", profile(loop(line(0, 0, 1, 0))))
                .extrude("second", "s", "A")
                .extrude("first", "CutFeatureOperation", "OneSideFeatureExtentType", 1, 0, "s", "A")
                .sketch("s", profile(square(0, 1)), profile(loop(line(0, 0, 1, 0))))
                .reversedSequence()
                .text();

        // When, Then
        assertThat(extrudes(text).stream().map(Feature::operation)).containsExactly(Operation.CUT, Operation.NEW_BODY);
    }

    @Test
    void featuresCarryTheirPlaceInTheText() {
        // Given
        String text = new DeepCadFile()
                .sketch("s", profile(square(0, 1)))
                .extrude("e", "s", "A")
                .text();

        // When
        Feature.Extrude extrude = extrudes(text).getFirst();

        // Then
        assertThat(text.lines()
                        .skip(extrude.span().line() - 1)
                        .findFirst()
                        .orElseThrow()
                        .substring(extrude.span().column() - 1))
                .startsWith("{\"type\": \"ExtrudeFeature\"");
    }

    @Test
    void aStartOffTheProfilePlaneIsRefusedWithItsPlace() {
        // Given
        String text = new DeepCadFile()
                .sketch("s", profile(square(0, 1)))
                .extrude("e", "s", "A")
                .text()
                .replace("ProfilePlaneStartDefinition", "OffsetStartDefinition");

        // When
        Diagnostic diagnostic = refused(text);

        // Then
        assertThat(diagnostic.code()).isEqualTo("unsupported.start");
        assertThat(diagnostic.isUnsupported()).isTrue();
        assertThat(diagnostic.line()).isEqualTo(5);
    }

    @Test
    void whatTheLayoutKnowsAndWeDoNotIsNamed() {
        // Given
        String text = new DeepCadFile()
                .sketch("s", profile(square(0, 1)))
                .extrude("e", "s", "A")
                .text();

        // When, Then
        assertThat(refused(text.replace("Line3D", "NurbsCurve3D")).code()).isEqualTo("unsupported.curve");
        assertThat(refused(text.replace("\"ExtrudeFeature\", \"name\"", "\"RevolveFeature\", \"name\""))
                        .code())
                .isEqualTo("unsupported.feature");
        assertThat(refused(text.replace("DistanceExtentDefinition", "AllExtentDefinition"))
                        .code())
                .isEqualTo("unsupported.extent");
        assertThat(refused(text.replace("\"taper_angle\": {\"value\": 0.0}", "\"taper_angle\": {\"value\": 0.1}"))
                        .code())
                .isEqualTo("unsupported.taper");
        assertThat(refused(text.replace("NewBodyFeatureOperation", "SliceFeatureOperation"))
                        .code())
                .isEqualTo("unsupported.operation");
    }

    @Test
    void aUsedLoopThatDoesNotCloseIsRefused() {
        // Given
        String text = new DeepCadFile()
                .sketch("s", profile(loop(line(0, 0, 1, 0), line(1, 0, 1, 1), line(1, 1, 0, 0.1))))
                .extrude("e", "s", "A")
                .text();

        // When, Then
        assertThat(refused(text).code()).isEqualTo("shape.open-loop");
    }
}
