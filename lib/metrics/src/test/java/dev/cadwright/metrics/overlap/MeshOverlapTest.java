package dev.cadwright.metrics.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.metrics.Golden;
import dev.cadwright.metrics.Solids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MeshOverlapTest {
    private static MeshOverlap overlap(Mesh first, Mesh second) {
        return MeshOverlap.of(first, second).orElseThrow();
    }

    @Test
    void meshOverlapAgreesWithExactBooleansOnAllPairs() throws IOException {
        try (Stream<Path> pairs = Files.list(Golden.folder("pairs"))) {
            for (Path pair : pairs.sorted().toList()) {
                // Given
                JsonNode figures = Golden.read(pair.resolve("figures.json"));
                JsonNode manifold = figures.get("iou_mesh_manifold");
                double peer = figures.get("peers")
                        .get("cadrille_trimesh_5.2.0_manifold3d_3.5.4")
                        .get("iou")
                        .doubleValue();
                Mesh a = Stl.read(pair.resolve("a.stl"));
                Mesh b = Stl.read(pair.resolve("b.stl"));
                // When
                MeshOverlap overlap = overlap(a, b);
                double unfused = MeshOverlap.bodyByBodyIou(a, b).orElseThrow();
                // Then
                assertThat(overlap.iou())
                        .as(pair.toString())
                        .isCloseTo(manifold.get("iou").doubleValue(), within(1e-9));
                assertThat(overlap.common()).isCloseTo(manifold.get("common").doubleValue(), within(1e-9));
                assertThat(overlap.first()).isCloseTo(manifold.get("volume_a").doubleValue(), within(1e-9));
                assertThat(unfused).as("peer on %s", pair).isCloseTo(peer, within(1e-6));
            }
        }
    }

    @Test
    void meshOverlapAgreesWithClosedForms() throws IOException {
        Path folder = Golden.folder("analytic");
        for (JsonNode shape : Golden.read(folder.resolve("cases.json"))) {
            // Given
            Path files = folder.resolve(shape.get("case").textValue());
            boolean curved = files.toString().matches(".*(sphere|steinmetz|drilled).*");
            // When
            double iou = overlap(Stl.read(files.resolve("a.stl")), Stl.read(files.resolve("b.stl")))
                    .iou();
            // Then
            assertThat(iou)
                    .as(files.toString())
                    .isCloseTo(shape.get("iou_closed_form").doubleValue(), within(curved ? 2.2e-4 : 1e-6));
        }
    }

    @Property(tries = 150)
    void boxesShareWhatTheirSidesShareInAnyPositionAndOrder(
            @ForAll @DoubleRange(min = -1.2, max = 1.2) double dx,
            @ForAll @DoubleRange(min = -1.2, max = 1.2) double dy,
            @ForAll @DoubleRange(min = -1.2, max = 1.2) double dz,
            @ForAll @DoubleRange(min = -3, max = 3) double angle) {
        // Given
        Transform motion =
                Transform.rotation(new Vector3(3, -1, 2), angle).then(Transform.translation(new Vector3(7, -4, 2)));
        Mesh first = Solids.cube(1, Vector3.ZERO).transformed(motion);
        Mesh second = Solids.cube(1, new Vector3(dx, dy, dz)).transformed(motion);
        double common = Math.max(0, 1 - Math.abs(dx)) * Math.max(0, 1 - Math.abs(dy)) * Math.max(0, 1 - Math.abs(dz));
        // When
        MeshOverlap there = overlap(first, second);
        MeshOverlap back = overlap(second, first);
        // Then
        assertThat(there.common()).isCloseTo(common, within(1e-11));
        assertThat(there.iou()).isBetween(0.0, 1.0).isCloseTo(back.iou(), within(1e-11));
        assertThat(overlap(first, first).iou()).isCloseTo(1, within(1e-11));
    }

    @Property(tries = 50)
    void theOrderAndTheOverlapOfBodiesDoNotMatter(@ForAll @DoubleRange(min = 0.05, max = 0.95) double shift) {
        // Given three bodies in a row, each overlapping the next
        Mesh a = Solids.box(0, 0, 0, 1, 1, 1);
        Mesh b = Solids.box(shift, 0, 0, 1 + shift, 1, 1);
        Mesh c = Solids.box(2 * shift, 0, 0, 1 + 2 * shift, 1, 1);
        Mesh heap = Solids.together(a, b, c);
        Mesh union = Solids.box(0, 0, 0, 1 + 2 * shift, 1, 1);
        // When
        MeshOverlap overlap = overlap(heap, Solids.together(c, a, b));
        // Then
        assertThat(overlap.first()).isCloseTo(1 + 2 * shift, within(1e-11));
        assertThat(overlap.iou()).isCloseTo(1, within(1e-11));
        assertThat(overlap(heap, union).iou()).isCloseTo(1, within(1e-11));
    }

    @Test
    void thePeersArithmeticExceedsOneForAShapeAgainstItselfAndOursDoesNot() {
        // Given
        Mesh heap = Solids.together(Solids.box(0, 0, 0, 1, 1, 1), Solids.box(0.5, 0, 0, 1.5, 1, 1));
        // When, Then two volumes of 1, shared 1 + ½ + ½ + 1
        assertThat(MeshOverlap.bodyByBodyIou(heap, heap).orElseThrow()).isCloseTo(3, within(1e-12));
        assertThat(overlap(heap, heap).iou()).isCloseTo(1, within(1e-12));
    }

    @Test
    void cavitiesAreEmptyAndBodiesInsideOutAreBodies() {
        // Given
        Mesh hollow =
                Solids.together(Solids.cube(2, Vector3.ZERO), Solids.turnedInsideOut(Solids.cube(1, Vector3.ZERO)));
        Mesh core = Solids.cube(1, Vector3.ZERO);
        Mesh inverted = Solids.turnedInsideOut(core);
        // When, Then
        assertThat(overlap(hollow, core)).isEqualTo(new MeshOverlap(7, 1, 0));
        assertThat(overlap(inverted, core).iou()).isCloseTo(1, within(1e-12));
    }

    @Test
    void bodiesThatTouchInAFaceAreAddedUp() {
        // Given
        Mesh two = Solids.together(Solids.box(0, 0, 0, 1, 1, 1), Solids.box(1, 0, 0, 2, 1, 1));
        // When, Then
        assertThat(overlap(two, Solids.box(0, 0, 0, 2, 1, 1)).iou()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anOpenMeshHasNoVolumeToCompareAndAnEmptyOneHasNone() {
        // Given
        Mesh cube = Solids.cube(1, Vector3.ZERO);
        Mesh open = new Mesh(cube.vertices(), Arrays.copyOf(cube.triangles(), 33));
        Mesh empty = new Mesh(new double[0], new int[0]);
        // When, Then
        assertThat(MeshOverlap.of(open, cube)).isEmpty();
        assertThat(MeshOverlap.isClosed(open)).isFalse();
        assertThat(overlap(empty, cube).iou()).isZero();
        assertThat(overlap(empty, empty).iou()).isZero();
    }

    @Test
    void aHeapOfManyOverlappingBodiesIsRefusedRatherThanEndless() {
        // Given 30 bodies that all overlap: more terms than atoms
        Mesh[] heap = new Mesh[30];
        Arrays.setAll(heap, i -> Solids.cube(1, new Vector3(0.01 * i, 0.02 * i, 0.005 * i)));
        Mesh many = Solids.together(heap);
        // When, Then
        assertThat(MeshOverlap.of(many, many)).isEmpty();
        assertThat(List.of(heap)).hasSize(30);
    }
}
