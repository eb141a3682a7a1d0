package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.cad.deepcad.Fusion360Reader;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reconstructions of the Fusion 360 Gallery against what their files and their STEP files state. */
class Fusion360GoldenTest {
    private static final double TOLERANCE = 1e-6;

    @ParameterizedTest
    @ValueSource(strings = {"Couch.json", "Hexagon.json", "SingleSketchExtrude.json"})
    void aReconstructionIsTheSolidThatItsFileDescribes(String name) throws IOException {
        // Given
        String text = Files.readString(file(name));
        JsonNode stated = new ObjectMapper().readTree(text).path("properties");

        // When
        SolidProperties solid = solid(text);

        // Then
        assertThat(solid.volume()).isCloseTo(stated.path("volume").doubleValue(), relative(stated.path("volume")));
        assertThat(solid.area()).isCloseTo(stated.path("area").doubleValue(), relative(stated.path("area")));
        double slack = TOLERANCE * solid.bounds().diagonal();
        assertThat(solid.bounds().min().distanceTo(vector(stated.at("/bounding_box/min_point"))))
                .isLessThan(slack);
        assertThat(solid.bounds().max().distanceTo(vector(stated.at("/bounding_box/max_point"))))
                .isLessThan(slack);
        assertThat(solid.centreOfMass().distanceTo(vector(stated.path("center_of_mass"))))
                .isLessThan(slack);
        assertThat(solid.solids()).isEqualTo(stated.path("body_count").intValue());
        assertThat(solid.faces()).isEqualTo(stated.path("face_count").intValue());
        assertThat(solid.valid()).isTrue();
    }

    @Test
    void aReconstructionHasTheVolumeOfItsStepFile() throws IOException {
        // Given: centimetres, and millimetres as the reference read the STEP file
        Path figures = Workers.shared().resolve("data/golden/step/fusion360.jsonl");
        assumeTrue(Files.exists(figures), () -> figures + " is not there");
        JsonNode golden = new ObjectMapper().readTree(Files.readString(figures));

        // When
        SolidProperties solid = solid(Files.readString(file("Couch.json")));

        // Then
        assertThat(1000 * solid.volume())
                .isCloseTo(golden.path("volume").doubleValue(), relative(golden.path("volume")));
        assertThat(100 * solid.area()).isCloseTo(golden.path("area").doubleValue(), relative(golden.path("area")));
        assertThat(solid.faces()).isEqualTo(golden.path("faces").intValue());
    }

    private static SolidProperties solid(String text) {
        try (KernelPool pool = new KernelPool(Workers.options().withWorkers(1))) {
            Execution execution =
                    pool.execute(new Source.Program(Fusion360Reader.read(text).orElseThrow()), Request.properties());
            assertThat(execution).isInstanceOf(Execution.Solid.class);
            return ((Execution.Solid) execution).properties();
        }
    }

    private static Path file(String name) {
        Path file = Workers.shared().resolve("data/fusion360").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not there");
        return file;
    }

    private static Offset<Double> relative(JsonNode value) {
        return within(TOLERANCE * value.doubleValue());
    }

    private static Vector3 vector(JsonNode point) {
        return new Vector3(
                point.path("x").doubleValue(),
                point.path("y").doubleValue(),
                point.path("z").doubleValue());
    }
}
