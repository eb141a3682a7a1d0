package dev.cadwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.Transform;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ModelCloudTest {
    private static final Mesh TETRAHEDRON = new Mesh(
            new double[] {0, 0, 0, 40, 0, 0, 0, 30, 0, 0, 0, 10}, new int[] {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3});

    @Test
    void aSurfaceGivesTheWantedPointsInTheFrameOfTheModel() {
        // When
        PointCloud cloud = ModelCloud.of(TETRAHEDRON, 256, 0);

        // Then
        assertThat(cloud.size()).isEqualTo(256);
        assertThat(cloud.bounds().longestSide()).isCloseTo(2, within(0.05));
        assertThat(cloud.bounds().centre().length()).isLessThan(0.05);
        assertThat(ModelCloud.of(TETRAHEDRON, 256, 0).positions()).isEqualTo(cloud.positions());
    }

    @Test
    void aCloudOfASurfaceIsTakenAsItIs() {
        // Given
        PointCloud cloud = ModelCloud.of(TETRAHEDRON, 256, 0);

        // When // Then
        assertThat(ModelCloud.of(cloud, 256)).isSameAs(cloud);
    }

    @Test
    void aCloudOfAnyPlaceAndScaleIsNormalisedAndThinned() {
        // Given
        double[] positions = new double[3 * 1000];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < positions.length; i++) {
            positions[i] = 500 + (i % 3 + 1) * random.nextDouble();
        }

        // When
        PointCloud cloud = ModelCloud.of(new PointCloud(positions), 64);

        // Then
        assertThat(cloud.size()).isEqualTo(64);
        assertThat(cloud.bounds().max().z()).isLessThanOrEqualTo(1 + 1e-9);
        assertThat(cloud.bounds().min().z()).isGreaterThanOrEqualTo(-1 - 1e-9);
        assertThat(cloud.bounds().longestSide()).isGreaterThan(1.8);
    }

    @Test
    void aSmallCloudInsideOfTheFrameIsEnlarged() {
        // Given
        PointCloud small = ModelCloud.of(TETRAHEDRON, 256, 0).transformed(Transform.scaling(0.25));

        // When // Then
        assertThat(ModelCloud.of(small, 256).bounds().longestSide()).isCloseTo(2, within(1e-9));
    }

    @Test
    void cloudsThatNoModelCanReadAreRefused() {
        assertThatThrownBy(() -> ModelCloud.of(new PointCloud(new double[30]), 256))
                .hasMessageContaining("10 points")
                .hasMessageContaining("256");
        assertThatThrownBy(() -> ModelCloud.of(new PointCloud(new double[3 * 256]), 256))
                .hasMessageContaining("no extent");
    }
}
