package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real STEP files against the figures that OCCT 7.9 gave through its own reader; see the figures' README. */
class StepGoldenTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shippedSamplesMeasureAsTheReferenceDoes() throws IOException {
        try (InputStream figures = StepGoldenTest.class.getResourceAsStream("/golden/deepcad-step.jsonl")) {
            List<String> lines = new String(figures.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSize(48);
            measureAll(lines, Workers.root().resolve("samples/deepcad-step"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"step-parts", "broken-step"})
    void otherFilesMeasureAsTheReferenceDoes(String corpus) throws IOException {
        Path data = Workers.shared().resolve("data");
        Path figures = data.resolve("golden/step/" + corpus + ".jsonl");
        assumeTrue(Files.exists(figures), () -> figures + " is not there");
        measureAll(Files.readAllLines(figures), data.resolve(corpus));
    }

    private static void measureAll(List<String> lines, Path folder) throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (String line : lines) {
            // Given
            JsonNode golden = JSON.readTree(line);
            byte[] text = Files.readAllBytes(folder.resolve(golden.path("name").asText()));

            // When
            Execution execution = KERNEL.pool()
                    .execute(new Source.Step(text), Request.properties().withMesh(Deflection.STANDARD));

            // Then
            all.assertThatCode(() -> compare(golden, execution))
                    .as(golden.path("name").asText())
                    .doesNotThrowAnyException();
        }
        all.assertAll();
    }

    private static void compare(JsonNode golden, Execution execution) {
        if (golden.path("category").asText().equals("empty")) {
            assertThat(execution.category()).isEqualTo(Category.NO_RESULT);
            return;
        }
        assertThat(execution).isInstanceOf(Execution.Solid.class);
        Execution.Solid solid = (Execution.Solid) execution;
        compare(golden, solid.properties());
        Mesh mesh = solid.mesh().orElseThrow();
        assertThat(Meshes.unpairedEdges(mesh)).isZero();
        assertThat(Meshes.volume(mesh))
                .isCloseTo(
                        solid.properties().volume(),
                        within(0.01 * solid.properties().volume()));
    }

    private static void compare(JsonNode golden, SolidProperties properties) {
        assertThat(properties.volume()).isCloseTo(golden.path("volume").doubleValue(), relative(golden.path("volume")));
        assertThat(properties.area()).isCloseTo(golden.path("area").doubleValue(), relative(golden.path("area")));
        double tolerance = 1e-6 * properties.bounds().diagonal();
        assertThat(properties.centreOfMass().distanceTo(vector(golden.path("center_of_mass"), 0)))
                .isLessThan(tolerance);
        Bounds bounds = properties.bounds();
        assertThat(bounds.min().distanceTo(vector(golden.path("bbox"), 0))).isLessThan(tolerance);
        assertThat(bounds.max().distanceTo(vector(golden.path("bbox"), 3))).isLessThan(tolerance);
        assertThat(List.of(
                        properties.solids(),
                        properties.shells(),
                        properties.faces(),
                        properties.edges(),
                        properties.vertices()))
                .isEqualTo(List.of("solids", "shells", "faces", "edges", "vertices").stream()
                        .map(key -> golden.path(key).intValue())
                        .toList());
        assertThat(properties.valid()).isEqualTo(golden.path("valid").booleanValue());
        assertThat(properties.faceTypes()).isEqualTo(types(golden.path("face_types")));
        JsonNode fused = golden.path("fused_volume");
        if (fused.isNumber()) {
            assertThat(properties.fusedVolume()).hasValueCloseTo(fused.doubleValue(), relative(fused));
        } else {
            assertThat(properties.fusedVolume()).isEmpty();
        }
    }

    private static Offset<Double> relative(JsonNode value) {
        return within(1e-9 * Math.abs(value.doubleValue()));
    }

    private static Vector3 vector(JsonNode numbers, int start) {
        return new Vector3(
                numbers.path(start).doubleValue(),
                numbers.path(start + 1).doubleValue(),
                numbers.path(start + 2).doubleValue());
    }

    private static Map<String, Integer> types(JsonNode node) {
        Map<String, Integer> types = new TreeMap<>();
        node.properties()
                .forEach(type -> types.put(type.getKey(), type.getValue().intValue()));
        return types;
    }
}
