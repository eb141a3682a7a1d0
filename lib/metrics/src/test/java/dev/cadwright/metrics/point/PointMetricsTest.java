package dev.cadwright.metrics.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.SurfaceSampler;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.metrics.Solids;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PointMetricsTest {
    private static PointCloud random(int count, boolean lattice, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] positions = new double[3 * count];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = lattice ? random.nextInt(3) : random.nextDouble(-1, 1);
        }
        return new PointCloud(positions);
    }

    private static double emd(PointCloud first, PointCloud second) {
        return EarthMoversDistance.between(first, second).orElseThrow();
    }

    @Property(tries = 200)
    void distancesAreSymmetricNotNegativeAndZeroForACloudAgainstItself(
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 60) int m,
            @ForAll boolean lattice,
            @ForAll long seed) {
        // Given
        PointCloud a = random(n, lattice, seed);
        PointCloud b = random(m, lattice, seed + 1);
        // When
        PointMetrics there = PointMetrics.of(a, b, 0.1);
        PointMetrics back = PointMetrics.of(b, a, 0.1);
        PointMetrics self = PointMetrics.of(a, a, 0.1);
        // Then
        assertThat(there.chamfer()).isNotNegative().isCloseTo(back.chamfer(), within(1e-12));
        assertThat(there.hausdorff()).isEqualTo(back.hausdorff());
        assertThat(there.fscore()).isBetween(0.0, 1.0).isEqualTo(back.fscore());
        assertThat(self.chamfer()).isZero();
        assertThat(self.fscore()).isEqualTo(1);
        assertThat(there.normalConsistency()).isEmpty();
    }

    @Property(tries = 200)
    void theEarthMoversDistanceIsAMetric(
            @ForAll @IntRange(min = 1, max = 25) int n, @ForAll boolean lattice, @ForAll long seed) {
        // Given
        PointCloud a = random(n, lattice, seed);
        PointCloud b = random(n, lattice, seed + 1);
        PointCloud c = random(n, lattice, seed + 2);
        // When, Then
        assertThat(emd(a, a)).isZero();
        assertThat(emd(a, b)).isCloseTo(emd(b, a), within(1e-12));
        assertThat(emd(a, c)).isLessThanOrEqualTo(emd(a, b) + emd(b, c) + 1e-12);
        assertThat(emd(a, b))
                .isGreaterThanOrEqualTo(
                        PointMetrics.of(a, b, 1).predictionToTruth().mean() - 1e-12);
    }

    @Property(tries = 200)
    void theAssignmentIsTheCheapestOfAllPermutations(
            @ForAll @IntRange(min = 1, max = 6) int n, @ForAll boolean lattice, @ForAll long seed) {
        // Given
        PointCloud a = random(n, lattice, seed);
        PointCloud b = random(n, lattice, seed + 1);
        // When, Then
        assertThat(emd(a, b)).isCloseTo(cheapest(a, b, 0, new boolean[n]) / n, within(1e-12));
    }

    private static double cheapest(PointCloud a, PointCloud b, int row, boolean[] taken) {
        double best = row == taken.length ? 0 : Double.POSITIVE_INFINITY;
        for (int column = 0; column < taken.length && row < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                best = Math.min(best, a.point(row).distanceTo(b.point(column)) + cheapest(a, b, row + 1, taken));
                taken[column] = false;
            }
        }
        return best;
    }

    @Test
    void cloudsOfDifferentSizeAreMatchedWithEqualWeightsUpToTheLimit() {
        // Given one point in the middle of two
        PointCloud one = new PointCloud(new double[] {0, 0, 0});
        PointCloud two = new PointCloud(new double[] {-1, 0, 0, 3, 0, 0});
        // When, Then
        assertThat(emd(one, two)).isEqualTo(2);
        assertThat(EarthMoversDistance.between(random(4095, false, 1), random(4096, false, 2)))
                .isEmpty();
        assertThat(EarthMoversDistance.between(new PointCloud(new double[0]), one))
                .isEmpty();
    }

    @Test
    void theNoiseFloorIsWhatTwoSamplesOfOneSurfaceScore() {
        // Given
        var cube = Solids.cube(1, Vector3.ZERO);
        double sum = 0;
        for (int seed = 0; seed < 20; seed += 2) {
            PointCloud a = SurfaceSampler.sample(cube, 2048, new SplittableRandom(seed));
            PointCloud b = SurfaceSampler.sample(cube, 2048, new SplittableRandom(seed + 1));
            // When
            sum += PointMetrics.of(a, b, 0.01).chamfer() / 10;
        }
        // Then
        double floor = PointMetrics.noiseFloor(cube.area(), cube.area(), 2048);
        assertThat(sum).isBetween(0.94 * floor, 1.06 * floor);
    }
}
