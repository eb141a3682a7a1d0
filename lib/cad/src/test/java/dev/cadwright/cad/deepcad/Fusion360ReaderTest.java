package dev.cadwright.cad.deepcad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.check.ConstructionCheck;
import dev.cadwright.cad.outline.Reach;
import dev.cadwright.cad.sketch.SketchLanguage;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Fusion360ReaderTest {
    private static final String ONE_SIDE = """
            "start_extent": {"type": "ProfilePlaneStartDefinition"}, "extent_type": "OneSideFeatureExtentType",
            "extent_one": {"type": "DistanceExtentDefinition", "distance": {"value": 2.0},
                           "taper_angle": {"value": 0.1}}""";

    /** Two squares beside each other, and an extrude of both. */
    private static String file(String extrude, String... curves) {
        String profile = curves.length == 0 ? DeepCadFile.square(0, 1) : DeepCadFile.loop(curves);
        return """
                {"timeline": [{"index": 0, "entity": "s"}, {"index": 1, "entity": "e"}],
                 "entities": {
                  "s": {"type": "Sketch", "profiles": {"A": {"loops": [%s]}, "B": {"loops": [%s]}}, "transform": {
                   "origin": {"x": 0, "y": 0, "z": 0}, "x_axis": {"x": 1, "y": 0, "z": 0},
                   "y_axis": {"x": 0, "y": 1, "z": 0}, "z_axis": {"x": 0, "y": 0, "z": 1}}},
                  "e": {"type": "ExtrudeFeature", "operation": "NewBodyFeatureOperation", "profiles": [
                   {"profile": "A", "sketch": "s"}, {"profile": "B", "sketch": "s"}], %s}}}
                """.formatted(profile, DeepCadFile.square(5, 6), extrude);
    }

    private static Feature.Extrude extrude(String text) {
        Construction construction = Fusion360Reader.read(text).orElseThrow();
        assertThat(construction.features()).hasSize(1);
        return (Feature.Extrude) construction.features().getFirst();
    }

    private static Curve curve(String... json) {
        return extrude(file(ONE_SIDE, json))
                .profiles()
                .getFirst()
                .outer()
                .curves()
                .getFirst();
    }

    private static Diagnostic refused(String text) {
        return Fusion360Reader.read(text).diagnostics().getFirst();
    }

    @Test
    void theProfilesOfAnExtrudeMakeOneFeatureWithItsTaperInDegrees() {
        Feature.Extrude extrude = extrude(file(ONE_SIDE));

        assertThat(extrude.profiles()).hasSize(2);
        assertThat(extrude.operation()).isEqualTo(Operation.NEW_BODY);
        assertThat(extrude.extent()).isEqualTo(new Extent.OneSide(2, Math.toDegrees(0.1)));
    }

    @Test
    void symmetricExtentsSayWhetherTheirLengthIsThatOfBothSides() {
        // Given
        String symmetric = """
                "start_extent": {"type": "OffsetStartDefinition", "offset": {"value": 3.0}},
                "extent_type": "SymmetricFeatureExtentType",
                "extent_one": {"type": "SymmetricExtentDefinition", "distance": {"value": 2.0}, "is_full_length": true,
                               "taper_angle": {"value": 0.0}}""";

        // When
        Feature.Extrude full = extrude(file(symmetric));
        Feature.Extrude half = extrude(file(symmetric.replace("true", "false")));

        // Then
        assertThat(full.extent()).isEqualTo(new Extent.Symmetric(1));
        assertThat(half.extent()).isEqualTo(new Extent.Symmetric(2));
        assertThat(full.plane().origin()).isEqualTo(new Vector3(0, 0, 3));
    }

    @Test
    void twoSidesHaveADistanceAndATaperEach() {
        String sides = """
                "start_extent": {"type": "ProfilePlaneStartDefinition"}, "extent_type": "TwoSidesFeatureExtentType",
                "extent_one": {"type": "DistanceExtentDefinition", "distance": {"value": 2.0}},
                "extent_two": {"type": "DistanceExtentDefinition", "distance": {"value": 1.5},
                               "taper_angle": {"value": -0.2}}""";

        assertThat(extrude(file(sides)).extent()).isEqualTo(new Extent.TwoSides(2, 1.5, 0, Math.toDegrees(-0.2)));
    }

    @Test
    void ellipsesAndTheirArcsAreRead() {
        // Given
        String ellipse = """
                {"type": "Ellipse3D", "center_point": {"x": 1, "y": 2, "z": 0}, "major_axis": {"x": 0, "y": 2, "z": 0},
                 "major_axis_radius": 3.0, "minor_axis_radius": 1.0, "normal": {"x": 0, "y": 0, "z": 1}}""";
        String arc = ellipse.replace("Ellipse3D", "EllipticalArc3D")
                .replace("}}", "}, \"start_angle\": 0.0, \"end_angle\": " + Math.PI + "}");

        // When
        Curve.Ellipse whole = (Curve.Ellipse) curve(ellipse);
        Curve.EllipseArc half = (Curve.EllipseArc) curve(arc, DeepCadFile.line(1, -1, 1, 5));

        // Then: from the far end of the major axis counter-clockwise to the other
        assertThat(whole.withoutSpan())
                .isEqualTo(new Curve.Ellipse(new Vector2(1, 2), new Vector2(0, 3), 1, SourceSpan.NONE));
        assertThat(half.start().distanceTo(new Vector2(1, 5))).isCloseTo(0, within(1e-12));
        assertThat(half.end().distanceTo(new Vector2(1, -1))).isCloseTo(0, within(1e-12));
        assertThat(half.clockwise()).isFalse();
    }

    @Test
    void splinesAreReadWithTheirKnotsAndWeights() {
        // Given
        String spline = """
                {"type": "NurbsCurve3D", "degree": 2, "rational": true, "periodic": false,
                 "control_points": [{"x": 0, "y": 0, "z": 0}, {"x": 1, "y": 2, "z": 0}, {"x": 2, "y": 0, "z": 0}],
                 "knots": [0, 0, 0, 1, 1, 1], "weights": [1, 0.5, 1]}""";

        // When
        Curve.Spline read = (Curve.Spline) curve(spline, DeepCadFile.line(2, 0, 0, 0));

        // Then
        assertThat(read.degree()).isEqualTo(2);
        assertThat(read.weights()).containsExactly(1.0, 0.5, 1.0);
        assertThat(refused(file(
                                ONE_SIDE,
                                spline.replace("\"knots\": [0, ", "\"knots\": ["),
                                DeepCadFile.line(2, 0, 0, 0)))
                        .code())
                .isEqualTo("shape.spline");
    }

    @Test
    void whatIsKnownToFusionButNotReadIsNamed() {
        assertThat(refused(file(ONE_SIDE.replace("ProfilePlaneStart", "FromEntityStart")))
                        .message())
                .contains("FromEntityStartDefinition");
        assertThat(refused(file(ONE_SIDE.replace("DistanceExtent", "ToEntityExtent")))
                        .code())
                .isEqualTo("unsupported.extent");
        assertThat(refused(file(ONE_SIDE).replace("NewBodyFeature", "NewComponentFeature"))
                        .code())
                .isEqualTo("unsupported.operation");
        assertThat(refused(file(ONE_SIDE).replace("\"ExtrudeFeature", "\"RevolveFeature"))
                        .isUnsupported())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Couch.json", "Hexagon.json", "SingleSketchExtrude.json"})
    void aRealFileReachesAsFarAsItSays(String name) throws IOException {
        // Given
        String text = Samples.text(Samples.shared("fusion360").resolve(name));
        JsonNode box = new ObjectMapper().readTree(text).at("/properties/bounding_box");

        // When
        Construction construction = Fusion360Reader.read(text).orElseThrow();

        // Then
        Bounds bounds = Reach.bounds(construction).orElseThrow();
        assertThat(distance(bounds.min(), box.get("min_point"))).isLessThan(1e-6 * bounds.diagonal());
        assertThat(distance(bounds.max(), box.get("max_point"))).isLessThan(1e-6 * bounds.diagonal());
        assertThat(ConstructionCheck.check(construction)).isEmpty();
        assertThat(SketchLanguage.parse(SketchLanguage.print(construction))
                        .orElseThrow()
                        .withoutSpans())
                .isEqualTo(construction.withoutSpans());
    }

    private static double distance(Vector3 point, JsonNode stated) {
        return point.distanceTo(new Vector3(
                stated.get("x").asDouble(),
                stated.get("y").asDouble(),
                stated.get("z").asDouble()));
    }

    @Test
    void damagedFilesNeverMakeItThrow() {
        // Given
        String text = file(ONE_SIDE);
        List<String> words = List.of("null", "-1", "1e999", "\"A\"", "[]", "{}", "true");

        // When, Then: every number and name replaced by something else
        for (int at = text.indexOf(": "); at >= 0; at = text.indexOf(": ", at + 1)) {
            for (String word : words) {
                int end = at + 2;
                while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                var parse = Fusion360Reader.read(text.substring(0, at + 2) + word + text.substring(end));
                assertThat(parse.toOptional().isPresent()
                                || !parse.diagnostics().isEmpty())
                        .isTrue();
            }
        }
    }
}
