package dev.cadwright.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.deepcad.DeepCadReader;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.cad.procedural.ProceduralSample;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs as people and the generator write them, against what is known of their solids by other means. */
class RealProgramsTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    /** Its file states the box of the whole part, which is 2 mm taller than what its sequence builds. */
    private static final String INCOMPLETE = "00633023.json";

    /** OCCT's box of a cylinder's face with a slit reaches over the slit, CadQuery's as well as ours. */
    private static final String SLIT = "00001005.json";

    @Test
    void deepCadSamplesFillTheBoundingBoxesThatTheirFilesState() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Path file : samples()) {
            // Given
            String json = Files.readString(file);
            JsonNode box = new ObjectMapper().readTree(json).path("properties").path("bounding_box");

            // When
            Execution execution = run(DeepCadReader.read(json));

            // Then
            all.assertThat(execution.category()).as(file.toString()).isEqualTo(Category.OK);
            if (execution instanceof Execution.Solid(var properties, var _, var _, var _, var _, var _)
                    && !file.endsWith(INCOMPLETE)) {
                double tolerance = (file.endsWith(SLIT) ? 1e-3 : 1e-6)
                        * properties.bounds().diagonal();
                all.assertThat(properties.bounds().min().distanceTo(vector(box.path("min_point"))))
                        .as(file + " min")
                        .isLessThan(tolerance);
                all.assertThat(properties.bounds().max().distanceTo(vector(box.path("max_point"))))
                        .as(file + " max")
                        .isLessThan(tolerance);
            }
        }
        all.assertAll();
    }

    /** The generator measures by quadrature, good to about a thousandth where there are arcs. */
    @Test
    void proceduralProgramsHaveTheVolumeAndAreaThatTheirOwnGeometryGives() {
        // Given
        ProceduralGenerator generator = new ProceduralGenerator(4711);
        SoftAssertions all = new SoftAssertions();
        for (int index = 0; index < 60; index++) {
            ProceduralSample sample = generator.sample(index);
            Construction construction = Blocks.toConstruction(sample.program());

            // When
            Execution execution = KERNEL.pool().execute(new Source.Program(construction), Request.properties());

            // Then
            all.assertThat(execution.category()).as("sample " + index).isEqualTo(Category.OK);
            if (execution instanceof Execution.Solid(var properties, var _, var _, var _, var _, var _)) {
                all.assertThat(properties.volume())
                        .as("volume of sample " + index)
                        .isCloseTo(sample.solid().volume(), within(1e-3 * properties.volume()));
                all.assertThat(properties.area())
                        .as("area of sample " + index)
                        .isCloseTo(sample.solid().area(), within(4e-3 * properties.area()));
                all.assertThat(properties.solids())
                        .as("solids of sample " + index)
                        .isEqualTo(1);
            }
        }
        all.assertAll();
    }

    private static Execution run(Parse<Construction> parse) {
        assertThat(parse).isInstanceOf(Parse.Ok.class);
        return KERNEL.pool()
                .execute(new Source.Program(((Parse.Ok<Construction>) parse).value()), Request.properties());
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Workers.root().resolve("samples/deepcad-json"))) {
            List<Path> samples = files.sorted().toList();
            assertThat(samples).hasSize(11);
            return samples;
        }
    }

    private static Vector3 vector(JsonNode point) {
        return new Vector3(
                point.path("x").doubleValue(),
                point.path("y").doubleValue(),
                point.path("z").doubleValue());
    }
}
