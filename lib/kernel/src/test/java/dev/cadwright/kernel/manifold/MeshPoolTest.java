package dev.cadwright.kernel.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.geometry.Mesh;
import dev.cadwright.kernel.Budget;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.mesh.MeshWorker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MeshPoolTest {
    private static MeshPool pool;

    @BeforeAll
    static void start() {
        assumeTrue(
                MeshWorker.isBuilt(MeshWorker.program()),
                "the mesh worker is not built: lib/kernel/mesh-worker/build.sh builds it");
        pool = new MeshPool(1);
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void booleansOfBoxesHaveTheVolumesOfElementaryGeometry() {
        // Given
        Mesh first = box(0, 0, 0, 2, 2, 2);
        Mesh second = box(1, 1, 1, 3, 3, 3);
        // When, Then
        assertThat(made(MeshOperation.UNION, first, second).volume()).isCloseTo(15, within(1e-12));
        assertThat(made(MeshOperation.DIFFERENCE, first, second).volume()).isCloseTo(7, within(1e-12));
        assertThat(made(MeshOperation.INTERSECTION, first, second).area()).isCloseTo(6, within(1e-12));
        assertThat(made(MeshOperation.HULL, first, second).volume()).isCloseTo(8 + 3 * 4, within(1e-9));
        assertThat(made(MeshOperation.MINKOWSKI, first, second).volume()).isCloseTo(64, within(1e-9));
    }

    @Test
    void coordinatesKeepTheirFullPrecision() {
        // Given
        double side = 1.0 / 3;
        // When
        MeshResult result = made(MeshOperation.MEASURE, box(100, 100, 100, 100 + side, 100 + side, 100 + side));
        // Then
        assertThat(result.volume()).isCloseTo(side * side * side, within(1e-12));
        assertThat(result.mesh().bounds().max().x()).isEqualTo(100 + side);
        assertThat(result.mesh().isWatertight()).isTrue();
    }

    @Test
    void coordinatesFarFromTheOriginStayApart() {
        // Given: single precision cannot tell the sides of these boxes apart
        double far = 1 << 20;
        Mesh first = box(far, far, far, far + 0.0625, far + 0.0625, far + 0.0625);
        Mesh second = box(far + 0.03125, far, far, far + 0.125, far + 0.0625, far + 0.0625);
        // When
        MeshResult result = made(MeshOperation.UNION, first, second);
        // Then
        assertThat(result.mesh().bounds().max().x()).isEqualTo(far + 0.125);
        assertThat(result.mesh().bounds().min().x()).isEqualTo(far);
        assertThat(result.mesh().isWatertight()).isTrue();
        assertThat(result.volume()).isCloseTo(0.125 * 0.0625 * 0.0625, within(1e-9));
    }

    @Test
    void aRingHasOneHandle() {
        Mesh ring = made(MeshOperation.DIFFERENCE, box(0, 0, 0, 3, 3, 1), box(1, 1, -1, 2, 2, 2))
                .mesh();

        assertThat(made(MeshOperation.MEASURE, ring).genus()).isEqualTo(1);
    }

    @Test
    void overlapIsExact() {
        MeshOutcome<MeshOverlap> outcome = pool.overlap(box(0, 0, 0, 2, 2, 2), box(1, 1, 1, 3, 3, 3), Budget.STANDARD);

        assertThat(outcome)
                .isInstanceOfSatisfying(MeshOutcome.Made.class, made -> assertThat(((MeshOverlap) made.value()).iou())
                        .isCloseTo(1.0 / 15, within(1e-12)));
    }

    @Test
    void whatLeavesNothingIsEmptyAndNoFailure() {
        MeshResult result = made(MeshOperation.INTERSECTION, box(0, 0, 0, 1, 1, 1), box(2, 2, 2, 3, 3, 3));

        assertThat(result.mesh().isEmpty()).isTrue();
        assertThat(result.volume()).isZero();
    }

    @Test
    void anOpenMeshIsInvalidAndTheNextIsServed() {
        // Given
        Mesh box = box(0, 0, 0, 1, 1, 1);
        Mesh open = new Mesh(box.vertices(), Arrays.copyOf(box.triangles(), 33));
        // When
        MeshOutcome<MeshResult> outcome = pool.apply(MeshOperation.UNION, List.of(box, open), Budget.STANDARD);
        // Then
        assertThat(outcome).isInstanceOfSatisfying(MeshOutcome.Failed.class, failed -> {
            assertThat(failed.category()).isEqualTo(Category.INVALID);
            assertThat(failed.code()).isEqualTo("mesh.not_manifold");
        });
        assertThat(made(MeshOperation.MEASURE, box).volume()).isCloseTo(1, within(1e-12));
    }

    @Test
    void budgetsEndWhatIsTooMuchAndTheNextIsServed() {
        // Given
        Mesh box = box(0, 0, 0, 1, 1, 1);
        Mesh far = box(5, 5, 5, 6, 6, 6);
        List<Mesh> many = IntStream.range(0, 20_000)
                .mapToObj(i -> box(0.5 * i, 0, 0, 0.5 * i + 0.75, 1, 1))
                .toList();
        // When
        var few = pool.apply(MeshOperation.UNION, List.of(box, far), Budget.STANDARD.withTriangles(12));
        var quick = pool.apply(MeshOperation.UNION, many, Budget.STANDARD.withTime(Duration.ofMillis(1)));
        // Then
        assertThat(few.category()).isEqualTo(Category.EXHAUSTED);
        assertThat(quick.category()).isEqualTo(Category.TIMEOUT);
        assertThat(made(MeshOperation.UNION, box, far).volume()).isCloseTo(2, within(1e-12));
    }

    private static MeshResult made(MeshOperation operation, Mesh... meshes) {
        MeshOutcome<MeshResult> outcome = pool.apply(operation, List.of(meshes), Budget.STANDARD);
        assertThat(outcome).isInstanceOf(MeshOutcome.Made.class);
        return ((MeshOutcome.Made<MeshResult>) outcome).value();
    }

    private static Mesh box(double x0, double y0, double z0, double x1, double y1, double z1) {
        double[] vertices = new double[24];
        for (int i = 0; i < 8; i++) {
            vertices[3 * i] = (i & 1) == 0 ? x0 : x1;
            vertices[3 * i + 1] = (i & 2) == 0 ? y0 : y1;
            vertices[3 * i + 2] = (i & 4) == 0 ? z0 : z1;
        }
        int[] triangles = {
            0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5
        };
        return new Mesh(vertices, triangles);
    }
}
