package dev.cadwright.metrics.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.metrics.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointMetricsGoldenTest {
    /** 1e-9, relative. */
    private static final Percentage EXACT = Percentage.withPercentage(1e-7);

    private static List<Path> pairs() throws IOException {
        try (Stream<Path> folders = Files.list(Golden.folder("pairs"))) {
            return folders.sorted().toList();
        }
    }

    private static PointCloud cloud(Path pair, String name, int points) throws IOException {
        return Npy.read(pair.resolve(name + "_" + points + ".npy")).toPointCloud();
    }

    private static void assertAgreement(Path pair, int points) throws IOException {
        JsonNode figures =
                Golden.read(pair.resolve("figures.json")).get("points").get(String.valueOf(points));
        PointCloud a = cloud(pair, "a", points);
        PointCloud b = cloud(pair, "b", points);
        PointMetrics metrics = PointMetrics.of(b, a, 0.01);
        assertDirection(metrics.truthToPrediction(), figures, "a_to_b", points);
        assertDirection(metrics.predictionToTruth(), figures, "b_to_a", points);
        assertThat(metrics.chamfer())
                .isCloseTo(figures.get("chamfer_sum_mean_d2").doubleValue(), EXACT);
        assertThat(metrics.hausdorff()).isCloseTo(figures.get("hausdorff").doubleValue(), EXACT);
        assertThat(metrics.normalConsistency().orElseThrow())
                .isCloseTo(figures.get("normal_consistency").doubleValue(), within(2.0 / points));
        JsonNode fscore = figures.get("fscore_at_0.01");
        assertThat(metrics.predictionToTruth().withinTau())
                .isCloseTo(fscore.get("precision").doubleValue(), within(1.0 / points));
        assertThat(metrics.truthToPrediction().withinTau())
                .isCloseTo(fscore.get("recall").doubleValue(), within(1.0 / points));
        assertThat(metrics.fscore()).isCloseTo(fscore.get("f").doubleValue(), within(1.0 / points));
    }

    private static void assertDirection(NearestDistances distances, JsonNode figures, String direction, int points) {
        assertThat(distances.mean())
                .isCloseTo(figures.get("mean_d_" + direction).doubleValue(), EXACT);
        assertThat(distances.meanSquared())
                .isCloseTo(figures.get("mean_d2_" + direction).doubleValue(), EXACT);
        assertThat(distances.hausdorff())
                .isCloseTo(figures.get("hausdorff_" + direction).doubleValue(), EXACT);
        assertThat(distances.rootMeanSquared())
                .isCloseTo(figures.get("rms_" + direction).doubleValue(), EXACT);
        assertThat(distances.normalConsistency().orElseThrow())
                .isCloseTo(figures.get("normal_consistency_" + direction).doubleValue(), within(2.0 / points));
    }

    @Test
    void nearestPointFiguresAgreeOnAllPairs() throws IOException {
        for (Path pair : pairs()) {
            assertAgreement(pair, 2048);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"05-moved", "23-cad-recode"})
    void nearestPointFiguresAgreeOnLargeClouds(String pair) throws IOException {
        assertAgreement(Golden.folder("pairs").resolve(pair), 8192);
    }

    @Test
    void theEarthMoversDistanceIsTheOptimum() throws IOException {
        for (Path pair : pairs().subList(0, 12)) {
            // Given
            JsonNode figures = Golden.read(pair.resolve("figures.json"))
                    .get("points")
                    .get("2048")
                    .get("emd_first_1024");
            PointCloud a = head(cloud(pair, "a", 2048), 1024);
            PointCloud b = head(cloud(pair, "b", 2048), 1024);
            // When, Then
            assertThat(EarthMoversDistance.between(a, b).orElseThrow())
                    .as(pair.toString())
                    .isCloseTo(figures.get("linear_sum_assignment_mean").doubleValue(), EXACT);
        }
    }

    private static PointCloud head(PointCloud cloud, int count) {
        return new PointCloud(Arrays.copyOf(cloud.positions(), 3 * count));
    }
}
