package dev.cadwright.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolidProtocolsGoldenTest {
    private static KernelPool kernel;

    @BeforeAll
    static void startKernel() {
        kernel = Golden.kernel();
    }

    @AfterAll
    static void stopKernel() {
        if (kernel != null) {
            kernel.close();
        }
    }

    private static Shape shape(Path file) throws IOException {
        return ShapePreparation.prepare(kernel, new Source.Step(Files.readAllBytes(file)), Duration.ofSeconds(20));
    }

    private static Score score(String protocol, Path folder) throws IOException {
        return Protocols.of(protocol, () -> kernel)
                .score(
                        folder.getFileName().toString(),
                        shape(folder.resolve("b.step")),
                        shape(folder.resolve("a.step")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02-identical",
                "04-moved",
                "06-moved",
                "09-different",
                "13-hole-missing",
                "15-two-disjoint",
                "18-two-overlapping",
                "20-two-overlapping"
            })
    void strictAndCadrilleAgreeWithTheReferenceOnSolids(String pair) throws IOException {
        // Given
        Path folder = Golden.folder("pairs").resolve(pair);
        JsonNode figures = Golden.read(folder.resolve("figures.json"));
        JsonNode peer = figures.get("peers").get("cadrille_trimesh_5.2.0_manifold3d_3.5.4");
        // When
        Score strict = score(Protocols.STRICT, folder);
        Score cadrille = score(Protocols.CADRILLE, folder);
        // Then
        assertThat(strict.reason()).isEmpty();
        assertThat(strict.metrics().get("iou"))
                .isCloseTo(figures.get("iou_solid_normalised").get("iou").doubleValue(), within(1e-6));
        assertThat(strict.metrics().get("iou_exact")).isEqualTo(1);
        assertThat(strict.metrics().get("iou_error")).isLessThan(1e-6);
        assertThat(strict.metrics().get("iou_rotated"))
                .isBetween(strict.metrics().get("iou"), 1.0);
        assertThat(cadrille.metrics().get("iou_unfused"))
                .isCloseTo(peer.get("iou").doubleValue(), within(1e-3));
        assertThat(cadrille.metrics().get("iou")).isLessThanOrEqualTo(1);
        assertThat(cadrille.metrics().get("cd") / 1000)
                .isCloseTo(peer.get("cd_8192_numpy_seed_0").doubleValue(), Percentage.withPercentage(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cubes-offset-half",
                "cubes-touching",
                "cube-rotated-45",
                "spheres-offset-half",
                "steinmetz",
                "overlapping-compound-itself",
                "five-coincident-copies"
            })
    void overlapsAsTheyAreHaveTheirClosedForm(String shapes) throws IOException {
        // Given
        Path folder = Golden.folder("analytic");
        double expected = 0;
        for (JsonNode shape : Golden.read(folder.resolve("cases.json"))) {
            if (shape.get("case").textValue().equals(shapes)) {
                expected = shape.get("iou_closed_form").doubleValue();
            }
        }
        // When
        Score score = score(Protocols.OVERLAP, folder.resolve(shapes));
        // Then
        assertThat(score.reason()).isEmpty();
        assertThat(score.metrics().get("iou")).isCloseTo(expected, within(1e-6));
        assertThat(score.metrics().get("iou_mesh")).isCloseTo(expected, within(5e-3));
        assertThat(score.metrics().get("inclusion_exclusion_error")).isCloseTo(0, within(1e-5));
    }

    @Test
    void theOverlapOfSolidsAsStoredAgreesWithTheReference() throws IOException {
        // Given
        Path folder = Golden.folder("pairs").resolve("20-two-overlapping");
        JsonNode figures = Golden.read(folder.resolve("figures.json")).get("iou_solid_as_stored");
        // When
        Score score = score(Protocols.OVERLAP, folder);
        // Then
        assertThat(score.metrics().get("iou")).isCloseTo(figures.get("iou").doubleValue(), within(1e-6));
        assertThat(score.metrics().get("volume_truth"))
                .isCloseTo(figures.get("volume_a").doubleValue(), Percentage.withPercentage(1e-4));
        assertThat(score.metrics().get("volume_pred"))
                .isCloseTo(figures.get("volume_b").doubleValue(), Percentage.withPercentage(1e-4));
    }

    @Test
    void theBoxAroundTheInputIsAProgramThatScoresAsABox() throws IOException {
        // Given
        Path folder = Golden.folder("pairs").resolve("13-hole-missing");
        Shape truth = shape(folder.resolve("a.step"));
        var mesh = ((Shape.Usable) truth).mesh().orElseThrow();
        var input = new PointCloud(mesh.vertices());
        // When
        Shape box = ShapePreparation.prepare(kernel, new Source.Program(BoundingBox.of(input)), Duration.ofSeconds(5));
        Score score = Protocols.of(Protocols.STRICT, () -> kernel).score("box", box, truth);
        // Then the box has the truth's bounds, so that the IoU is the truth's share of it
        assertThat(score.metrics().get("iou"))
                .isCloseTo(mesh.signedVolume() / mesh.bounds().volume(), within(1e-3));
    }
}
