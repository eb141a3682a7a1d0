package dev.cadwright.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.geometry.format.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {
    /** Coordinates on a coarse lattice, so that duplicates and ties abound, or anywhere. */
    private static PointCloud random(int count, boolean lattice, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] positions = new double[3 * count];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = lattice ? random.nextInt(5) : random.nextDouble(-1, 1);
        }
        return new PointCloud(positions);
    }

    private static double distanceSquared(PointCloud a, int i, PointCloud b, int j) {
        double dx = a.positions()[3 * i] - b.positions()[3 * j];
        double dy = a.positions()[3 * i + 1] - b.positions()[3 * j + 1];
        double dz = a.positions()[3 * i + 2] - b.positions()[3 * j + 2];
        return dx * dx + dy * dy + dz * dz;
    }

    @Property(tries = 200)
    void theTreeFindsTheFirstOfTheNearestPointsAsAComparisonWithAllDoes(
            @ForAll @IntRange(min = 1, max = 300) int count, @ForAll boolean lattice, @ForAll long seed) {
        // Given
        PointCloud cloud = random(count, lattice, seed);
        PointCloud queries = random(50, lattice, seed + 1);
        KdTree tree = new KdTree(cloud);
        // When
        int[] indices = new int[50];
        double[] distances = new double[50];
        tree.nearest(new KdTree(queries), indices, distances);
        // Then
        for (int q = 0; q < 50; q++) {
            int best = 0;
            for (int i = 1; i < count; i++) {
                best = distanceSquared(queries, q, cloud, i) < distanceSquared(queries, q, cloud, best) ? i : best;
            }
            Vector3 query = queries.point(q);
            assertThat(indices[q]).isEqualTo(best);
            assertThat(distances[q]).isEqualTo(distanceSquared(queries, q, cloud, best));
            assertThat(tree.nearest(query.x(), query.y(), query.z())).isEqualTo(best);
            assertThat(tree.nearestDistanceSquared(query.x(), query.y(), query.z()))
                    .isEqualTo(distances[q]);
        }
    }

    @Test
    void anEmptyCloudHasNoTree() {
        assertThatThrownBy(() -> new KdTree(new PointCloud(new double[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void farthestPointsAreThoseOfThePlainMethod(
            @ForAll @IntRange(min = 1, max = 200) int size, @ForAll boolean lattice, @ForAll long seed) {
        // Given
        PointCloud cloud = random(size, lattice, seed);
        int start = Math.floorMod(seed, size);
        int[] expected = new int[size];
        double[] distances = new double[size];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        expected[0] = start;
        for (int k = 1; k < size; k++) {
            int farthest = 0;
            for (int i = 0; i < size; i++) {
                distances[i] = Math.min(distances[i], distanceSquared(cloud, i, cloud, expected[k - 1]));
                farthest = distances[i] > distances[farthest] ? i : farthest;
            }
            expected[k] = farthest;
        }
        // When, Then
        assertThat(FarthestPoint.select(cloud, size, start)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-identical",
                "05-moved",
                "10-different",
                "14-hole-missing",
                "20-two-overlapping",
                "23-cad-recode"
            })
    void farthestPointsAgreeWithTheReferenceIndexByIndex(String pair) throws IOException {
        // Given
        Path folder = GoldenData.folder("metrics/pairs").resolve(pair);
        String figures = Files.readString(folder.resolve("figures.json"));
        for (String name : new String[] {"a", "b"}) {
            Matcher matcher = Pattern.compile("\"fps_" + name + "_8192_to_256\": \\[([^]]*)]")
                    .matcher(figures);
            assertThat(matcher.find()).isTrue();
            int[] expected = Arrays.stream(matcher.group(1).split(","))
                    .mapToInt(index -> Integer.parseInt(index.strip()))
                    .toArray();
            // When
            PointCloud cloud = Npy.read(folder.resolve(name + "_8192.npy")).toPointCloud();
            // Then
            assertThat(FarthestPoint.select(cloud, 256, 0)).isEqualTo(expected);
        }
    }

    @Test
    void morePointsThanThereAreCannotBeChosen() {
        PointCloud cloud = random(3, false, 1);
        assertThatThrownBy(() -> FarthestPoint.select(cloud, 4, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FarthestPoint.select(cloud, 2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThat(FarthestPoint.select(cloud, 0, 0)).isEmpty();
        assertThat(FarthestPoint.take(cloud, 2, 1).point(0)).isEqualTo(cloud.point(1));
    }
}
