package dev.cadwright.kernel;

import static dev.cadwright.kernel.Shapes.polygon;
import static dev.cadwright.kernel.Shapes.profile;
import static dev.cadwright.kernel.Shapes.program;
import static dev.cadwright.kernel.Shapes.rectangle;
import static dev.cadwright.kernel.Shapes.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.cad.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompareTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    @Test
    void shapeAgainstItselfIsOne() {
        for (Source shape : List.of(Shapes.bracket(), Shapes.plateWithHole(), Shapes.box(1, 2, 3))) {
            assertThat(overlap(shape, shape, CompareRequest.asTheyAre()).iou()).isCloseTo(1, within(1e-9));
            assertThat(overlap(shape, shape, CompareRequest.normalised(2)).iou())
                    .isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void boxesShareWhatTheyShareWhicheverComesFirst() {
        // Given
        Source first = Shapes.box(4, 3, 2);
        Source second = Shapes.box(3, 4, 2);

        // When
        Comparison.Overlap one = overlap(first, second, CompareRequest.asTheyAre());
        Comparison.Overlap other = overlap(second, first, CompareRequest.asTheyAre());

        // Then
        assertThat(one.common()).isCloseTo(18, within(1e-9));
        assertThat(one.fused()).isCloseTo(30, within(1e-9));
        assertThat(one.iou()).isCloseTo(0.6, within(1e-12)).isCloseTo(other.iou(), within(1e-12));
        assertThat(one.inclusionExclusionError()).isCloseTo(0, within(1e-9));
    }

    @Test
    void disjointShapesShareNothing() {
        assertThat(overlap(
                                Shapes.box(1, 1, 1),
                                program(up(1, Operation.NEW_BODY, profile(rectangle(5, 5, 6, 6)))),
                                CompareRequest.asTheyAre())
                        .iou())
                .isZero();
    }

    @Test
    void turnedShapeIsFoundAmongTheRotations() {
        // Given
        Source angle = program(up(1, Operation.NEW_BODY, profile(polygon(0, 0, 4, 0, 4, 1, 1, 1, 1, 3, 0, 3))));
        Source turned = program(up(1, Operation.NEW_BODY, profile(polygon(0, 0, 0, 4, -1, 4, -1, 1, -3, 1, -3, 0))));

        // When
        Comparison.Overlap overlap =
                overlap(angle, turned, CompareRequest.normalised(2).withRotations());

        // Then
        assertThat(overlap.iou()).isLessThan(0.9);
        Comparison.Rotated rotated = overlap.rotated().orElseThrow();
        assertThat(rotated.iou()).isCloseTo(1, within(1e-9));
        assertThat(rotated.matrix()).containsExactly(0, -1, 0, 1, 0, 0, 0, 0, 1);
    }

    @Test
    void componentsAreMeasuredPairByPair() {
        // Given
        Source two = program(
                up(1, Operation.NEW_BODY, profile(rectangle(0, 0, 1, 1))),
                up(1, Operation.NEW_BODY, profile(rectangle(5, 0, 7, 1))));

        // When
        Comparison.Components components = overlap(
                        two, Shapes.box(6, 1, 1), CompareRequest.asTheyAre().withComponents())
                .components()
                .orElseThrow();

        // Then
        assertThat(components.first()).hasSize(2);
        assertThat(components.first().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(3, within(1e-9));
        assertThat(components.second()).hasSize(1);
        assertThat(components.common().stream().mapToDouble(List::getFirst)).allMatch(v -> Math.abs(v - 1) < 1e-9);
    }

    @Test
    void sideThatFailsIsNamedWithItsOutcome() {
        // Given
        Source fine = Shapes.box(1, 1, 1);
        Source bowTie = program(up(1, Operation.NEW_BODY, profile(polygon(0, 0, 4, 4, 4, 0, 0, 4))));
        Source flat = program(up(0, Operation.NEW_BODY, profile(rectangle(0, 0, 1, 1))));

        // When
        Comparison invalid = KERNEL.pool().compare(bowTie, fine, CompareRequest.asTheyAre());
        Comparison refused = KERNEL.pool().compare(fine, flat, CompareRequest.normalised(1));

        // Then
        assertThat(invalid).isInstanceOfSatisfying(Comparison.Failed.class, failed -> {
            assertThat(failed.side()).isEqualTo(Comparison.Side.FIRST);
            assertThat(failed.execution()).isInstanceOf(Execution.Invalid.class);
        });
        assertThat(refused).isInstanceOfSatisfying(Comparison.Failed.class, failed -> {
            assertThat(failed.side()).isEqualTo(Comparison.Side.SECOND);
            assertThat(failed.execution().category()).isEqualTo(Category.RUNTIME);
        });
    }

    @Test
    void pairsOfRealSolidsOverlapAsTheReferenceSays() throws IOException {
        // Given
        Path pairs = Workers.shared().resolve("data/golden/metrics/pairs");
        assumeTrue(Files.isDirectory(pairs), () -> pairs + " is not there");
        SoftAssertions all = new SoftAssertions();
        try (Stream<Path> folders = Files.list(pairs).filter(pair -> Files.exists(pair.resolve("b.step")))) {
            for (Path pair : folders.sorted().toList()) {
                JsonNode figures =
                        new ObjectMapper().readTree(pair.resolve("figures.json").toFile());
                Source a = new Source.Step(Files.readAllBytes(pair.resolve("a.step")));
                Source b = new Source.Step(Files.readAllBytes(pair.resolve("b.step")));

                // When
                Comparison.Overlap stored = overlap(a, b, CompareRequest.asTheyAre());
                Comparison.Overlap normalised = overlap(a, b, CompareRequest.normalised(1));

                // Then
                all.assertThat(stored.iou())
                        .as(pair.getFileName() + " as stored")
                        .isCloseTo(
                                figures.path("iou_solid_as_stored").path("iou").doubleValue(), within(1e-6));
                all.assertThat(normalised.iou())
                        .as(pair.getFileName() + " normalised")
                        .isCloseTo(
                                figures.path("iou_solid_normalised").path("iou").doubleValue(), within(1e-6));
                all.assertThat(normalised.inclusionExclusionError()).isCloseTo(0, within(1e-6));
            }
        }
        all.assertAll();
    }

    private static Comparison.Overlap overlap(Source first, Source second, CompareRequest request) {
        Comparison comparison = KERNEL.pool().compare(first, second, request);
        assertThat(comparison).isInstanceOf(Comparison.Overlap.class);
        return (Comparison.Overlap) comparison;
    }
}
