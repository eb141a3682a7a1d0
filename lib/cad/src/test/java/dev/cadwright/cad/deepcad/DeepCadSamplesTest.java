package dev.cadwright.cad.deepcad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Samples;
import dev.cadwright.cad.check.ConstructionCheck;
import dev.cadwright.cad.outline.Reach;
import dev.cadwright.cad.sketch.SketchLanguage;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeepCadSamplesTest {
    static List<Path> samples() {
        return Samples.deepCad();
    }

    /** One file names a box that is 2 mm taller than its two extrudes, which stand on each other. */
    static List<Path> boxedSamples() {
        return samples().stream()
                .filter(sample -> !sample.endsWith("00633023.json"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aRealFileReadsAndNothingIsFoundWrongWithIt(Path sample) {
        // When
        Construction construction = DeepCadReader.read(Samples.text(sample)).orElseThrow();

        // Then
        assertThat(construction.features()).isNotEmpty();
        assertThat(ConstructionCheck.check(construction)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("boxedSamples")
    void theAddedMaterialReachesAsFarAsTheFileSays(Path sample) throws IOException {
        // Given
        JsonNode box = new ObjectMapper().readTree(Samples.text(sample)).at("/properties/bounding_box");
        Construction construction = DeepCadReader.read(Samples.text(sample)).orElseThrow();

        // When
        Bounds bounds = Reach.bounds(construction).orElseThrow();

        // Then: within what 64 steps a turn cut off the arcs
        double slack = 2e-3 * bounds.diagonal();
        assertClose(bounds.min(), box.get("min_point"), slack);
        assertClose(bounds.max(), box.get("max_point"), slack);
    }

    private static void assertClose(Vector3 point, JsonNode expected, double slack) {
        assertThat(point.x()).isCloseTo(expected.get("x").asDouble(), within(slack));
        assertThat(point.y()).isCloseTo(expected.get("y").asDouble(), within(slack));
        assertThat(point.z()).isCloseTo(expected.get("z").asDouble(), within(slack));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aRealFileSurvivesTheWayThroughBothLanguages(Path sample) {
        // Given
        Construction construction =
                DeepCadReader.read(Samples.text(sample)).orElseThrow().withoutSpans();

        // When
        String sketch = SketchLanguage.print(construction);
        Construction fromSketch = SketchLanguage.parse(sketch).orElseThrow().withoutSpans();
        String json = DeepCadWriter.write(fromSketch).orElseThrow();

        // Then
        assertThat(fromSketch).isEqualTo(construction);
        assertThat(DeepCadReader.read(json).orElseThrow().withoutSpans()).isEqualTo(construction);
    }
}
