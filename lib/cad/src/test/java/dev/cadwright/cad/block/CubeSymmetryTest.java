package dev.cadwright.cad.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.geometry.PointCloud;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CubeSymmetryTest {
    private static final float[] POINT = {1, 2, 3};

    @Test
    void thereAreFortyEightAndTheFirstLeavesPointsWhereTheyAre() {
        // When
        Set<List<Float>> images = new HashSet<>();
        for (CubeSymmetry symmetry : CubeSymmetry.ALL) {
            float[] image = symmetry.apply(POINT);
            images.add(List.of(image[0], image[1], image[2]));
        }

        // Then
        assertThat(images).hasSize(48);
        assertThat(CubeSymmetry.ALL.getFirst().apply(POINT)).containsExactly(1, 2, 3);
    }

    @Test
    void theInverseUndoesIt() {
        for (CubeSymmetry symmetry : CubeSymmetry.ALL) {
            assertThat(symmetry.inverse().apply(symmetry.apply(POINT))).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aCloudKeepsItsNormalsBesideItsPoints() {
        // Given
        PointCloud cloud = new PointCloud(new double[] {1, 2, 3}, new double[] {0, 0, 1});

        for (CubeSymmetry symmetry : CubeSymmetry.ALL) {
            // When
            PointCloud turned = symmetry.apply(cloud);

            // Then
            int axis = symmetry.target(2);
            assertThat(turned.positions()[axis]).isEqualTo(3.0 * symmetry.sign(axis));
            assertThat(turned.normals()[axis]).isEqualTo((double) symmetry.sign(axis));
        }
    }

    @Test
    void numbersThatAreNoTriplesAreRefused() {
        assertThatThrownBy(() -> CubeSymmetry.ALL.getFirst().apply(new float[4]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
