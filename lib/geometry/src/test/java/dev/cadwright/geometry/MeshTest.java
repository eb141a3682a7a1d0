package dev.cadwright.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MeshTest {
    @Test
    void aBoxHasTheAreaVolumeAndCentreOfItsSides() {
        // Given
        Mesh box = Shapes.box(new Vector3(1, 2, 3), new Vector3(3, 5, 7));
        // When, Then
        assertThat(box.area()).isCloseTo(2 * (2 * 3 + 3 * 4 + 2 * 4), within(1e-12));
        assertThat(box.signedVolume()).isCloseTo(24, within(1e-12));
        assertThat(box.centreOfMass().distanceTo(new Vector3(2, 3.5, 5))).isLessThan(1e-12);
        assertThat(box.isWatertight()).isTrue();
        assertThat(box.bounds()).isEqualTo(new Bounds(new Vector3(1, 2, 3), new Vector3(3, 5, 7)));
    }

    @Test
    void trianglesWithCornersOfTheirOwnAreWatertightOnceWelded() {
        // Given
        Mesh soup = Shapes.soup(Shapes.unitCube());
        // When
        Mesh welded = soup.welded(0);
        // Then
        assertThat(soup.isWatertight()).isFalse();
        assertThat(welded.isWatertight()).isTrue();
        assertThat(welded.vertexCount()).isEqualTo(8);
        assertThat(welded.signedVolume()).isCloseTo(1, within(1e-15));
    }

    @Test
    void weldingJoinsCornersWithinTheToleranceWhereverTheyLie() {
        // Given corners that differ by less than the tolerance on both sides of every cell's border
        Mesh soup = Shapes.soup(Shapes.unitCube());
        double[] shaken = soup.vertices().clone();
        for (int i = 0; i < shaken.length; i++) {
            shaken[i] += (i % 2 == 0 ? 4e-7 : -4e-7) * (i % 3) / 3;
        }
        // When
        Mesh welded = new Mesh(shaken, soup.triangles()).welded(1e-6);
        // Then
        assertThat(welded.vertexCount()).isEqualTo(8);
        assertThat(welded.isWatertight()).isTrue();
    }

    @Test
    void weldingLeavesOutTrianglesThatCollapseAndVerticesThatNobodyUses() {
        // Given
        Mesh mesh =
                new Mesh(new double[] {9, 9, 9, 0, 0, 0, 1, 0, 0, 1e-9, 0, 0, 0, 1, 0}, new int[] {1, 2, 3, 1, 2, 4});
        // When
        Mesh welded = mesh.welded(1e-6);
        // Then
        assertThat(welded.triangleCount()).isEqualTo(1);
        assertThat(welded.vertexCount()).isEqualTo(3);
    }

    @Test
    void aHoleMakesAMeshLeak() {
        // Given
        Mesh cube = Shapes.unitCube();
        int[] allButOne = Arrays.copyOf(cube.triangles(), 33);
        // When, Then
        assertThat(new Mesh(cube.vertices(), allButOne).isWatertight()).isFalse();
    }

    @Test
    void normalisingCentresTheBoxAndSetsItsLongestSide() {
        // Given
        Mesh box = Shapes.box(new Vector3(10, 10, 10), new Vector3(14, 12, 11));
        // When
        Bounds bounds = box.normalised(2).bounds();
        // Then
        assertThat(bounds.centre().length()).isLessThan(1e-15);
        assertThat(bounds.longestSide()).isCloseTo(2, within(1e-15));
    }

    @Test
    void aFlatOrEmptyMeshStaysFinite() {
        // Given
        Mesh point = new Mesh(new double[9], new int[] {0, 1, 2});
        Mesh empty = new Mesh(new double[0], new int[0]);
        // When, Then
        assertThat(point.normalised(1).bounds().longestSide()).isZero();
        assertThat(empty.normalised(1).isEmpty()).isTrue();
        assertThat(empty.signedVolume()).isZero();
        assertThat(empty.isWatertight()).isFalse();
        assertThatThrownBy(empty::bounds).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coordinatesThatAreNotFiniteAreRefused() {
        assertThatThrownBy(() -> new Mesh(new double[] {0, Double.NaN, 0}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Mesh(new double[9], new int[] {0, 1, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vertex 3 of 3");
    }

    @Property(tries = 200)
    void rigidMotionsKeepAreaAndVolumeAndMirrorsKeepTheOutside(
            @ForAll @DoubleRange(min = -3, max = 3) double angle,
            @ForAll @DoubleRange(min = -5, max = 5) double shift,
            @ForAll boolean mirrored) {
        // Given
        Mesh box = Shapes.box(Vector3.ZERO, new Vector3(1, 2, 3));
        Transform motion = Transform.rotation(new Vector3(1, 2, -1), angle)
                .then(Transform.translation(new Vector3(shift, -shift, 2 * shift)));
        Transform mirror = new Transform(Vector3.X.times(-1), Vector3.Y, Vector3.Z, Vector3.ZERO);
        // When
        Mesh moved = box.transformed(mirrored ? motion.then(mirror) : motion);
        // Then
        assertThat(moved.area()).isCloseTo(22, within(1e-9));
        assertThat(moved.signedVolume()).isCloseTo(6, within(1e-9));
    }

    @Test
    void theAxisRotationsAreTwentyFourDifferentRotations() {
        // When
        var rotations = Transform.axisRotations();
        // Then
        assertThat(rotations).hasSize(24).doesNotHaveDuplicates();
        assertThat(rotations.getFirst().apply(new Vector3(1, 2, 3))).isEqualTo(new Vector3(1, 2, 3));
        assertThat(rotations).allSatisfy(r -> assertThat(r.determinant()).isEqualTo(1));
    }
}
