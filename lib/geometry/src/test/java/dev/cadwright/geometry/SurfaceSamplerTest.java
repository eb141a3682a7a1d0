package dev.cadwright.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurfaceSamplerTest {
    private final Mesh slab = Shapes.box(Vector3.ZERO, new Vector3(4, 2, 1));

    @Test
    void pointsLieOnTheSurfaceWithTheNormalsOfTheirFaces() {
        // When
        PointCloud cloud = SurfaceSampler.sample(slab, 2000, new SplittableRandom(1));
        // Then
        for (int i = 0; i < cloud.size(); i++) {
            Vector3 p = cloud.point(i);
            Vector3 n = cloud.normal(i);
            Vector3 face = new Vector3(n.x() > 0 ? 4 : 0, n.y() > 0 ? 2 : 0, n.z() > 0 ? 1 : 0);
            assertThat(n.length()).isCloseTo(1, within(1e-12));
            assertThat(p.minus(face).dot(n)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void facesGetPointsInProportionToTheirArea() {
        // When
        PointCloud cloud = SurfaceSampler.sample(slab, 28_000, new SplittableRandom(2));
        // Then the top has 8 of 28 parts, within five standard deviations
        long top = IntStream.range(0, cloud.size())
                .filter(i -> cloud.normal(i).z() > 0.5)
                .count();
        assertThat((double) top).isCloseTo(8000, within(5 * 76.0));
    }

    @Test
    void theSameSeedGivesTheSamePointsAndAShorterSampleIsAPrefix() {
        // When
        PointCloud longer = SurfaceSampler.sample(slab, 100, new SplittableRandom(3));
        PointCloud shorter = SurfaceSampler.sample(slab, 40, new SplittableRandom(3));
        // Then
        assertThat(shorter.positions()).isEqualTo(Arrays.copyOf(longer.positions(), 120));
    }

    @Test
    void trianglesWithoutAreaAreNeverChosenAndASurfaceWithoutAreaIsRefused() {
        // Given
        Mesh flat = new Mesh(new double[9], new int[] {0, 1, 2});
        Mesh half = Shapes.together(flat, new Mesh(new double[] {0, 0, 1, 1, 0, 1, 0, 1, 1}, new int[] {0, 1, 2}));
        // When
        PointCloud cloud = SurfaceSampler.sample(half, 50, new SplittableRandom(4));
        // Then
        assertThat(cloud.bounds().min().z()).isEqualTo(1);
        assertThatThrownBy(() -> SurfaceSampler.sample(flat, 1, new SplittableRandom(5)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
