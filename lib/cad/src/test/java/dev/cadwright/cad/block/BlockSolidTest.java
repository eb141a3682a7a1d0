package dev.cadwright.cad.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.block.BlockLoop.Circle;
import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.Rectangle;
import dev.cadwright.cad.block.BlockLoop.RoundedRectangle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockSolidTest {
    private static final ProceduralGenerator GENERATOR = new ProceduralGenerator(23);

    static BlockSolid built(BlockProgram program) {
        BlockExecution execution = BlockSolid.of(program);
        assertThat(execution).isInstanceOf(BlockExecution.Built.class);
        return ((BlockExecution.Built) execution).solid();
    }

    private static BlockSolid built(Block... blocks) {
        return built(new BlockProgram(List.of(blocks)));
    }

    private static Block union(int from, int to, BlockLoop... loops) {
        return new Block(false, PrincipalPlane.XY, from, to, List.of(loops));
    }

    private static Block cut(int from, int to, BlockLoop... loops) {
        return new Block(true, PrincipalPlane.XY, from, to, List.of(loops));
    }

    private static Vertex corner(int x, int y) {
        return new Vertex(x, y, Optional.empty());
    }

    @Test
    void aPlateWithAHoleHasTheVolumeAndAreaOfTheTextbook() {
        // When
        BlockSolid plate = built(union(-10, 10, new Rectangle(-100, -50, 100, 50), new Circle(0, 0, 30)));

        // Then
        double face = 200 * 100 - Math.PI * 900;
        assertThat(plate.volume()).isCloseTo(face * 20, within(face * 20 * 1e-4));
        double area = 2 * face + 20 * (600 + 60 * Math.PI);
        assertThat(plate.area()).isCloseTo(area, within(area * 1e-3));
        assertThat(plate.contains(0, 0, 0)).isFalse();
        assertThat(plate.contains(31, 0, 0)).isTrue();
        assertThat(plate.connected()).isTrue();
    }

    @Test
    void rightAngledSolidsAreMeasuredExactly() {
        // Given two bars that cross, and a step cut from their corner
        BlockSolid cross = built(
                union(-20, 20, new Rectangle(-100, -20, 100, 20)),
                new Block(false, PrincipalPlane.YZ, -20, 20, List.of(new Rectangle(-100, -20, 100, 20))),
                cut(0, 20, new Rectangle(0, 0, 100, 100)));

        // When, Then
        assertThat(cross.volume())
                .isCloseTo(2 * 200 * 40 * 40 - 40 * 40 * 40 - 20 * (100 * 20 + 80 * 20), within(1e-6));
        assertThat(cross.volumesByBlock()).hasSize(3);
        assertThat(cross.area()).isCloseTo(60800, within(1e-3));
    }

    @Property(tries = 40)
    void theVolumeAgreesWithCountingRandomPoints(@ForAll @IntRange(max = 100_000) int index) {
        // Given
        BlockSolid solid = GENERATOR.sample(index).solid();
        Bounds bounds = solid.bounds();
        Vector3 size = bounds.size();
        SplittableRandom random = new SplittableRandom(index);

        // When
        int count = 50_000;
        int inside = 0;
        for (int i = 0; i < count; i++) {
            if (solid.contains(
                    bounds.min().x() + random.nextDouble() * size.x(),
                    bounds.min().y() + random.nextDouble() * size.y(),
                    bounds.min().z() + random.nextDouble() * size.z())) {
                inside++;
            }
        }

        // Then
        double box = size.x() * size.y() * size.z();
        double share = inside / (double) count;
        double deviation = box * Math.sqrt(share * (1 - share) / count);
        assertThat(solid.volume()).isCloseTo(box * share, within(5 * deviation + 2e-3 * box));
    }

    @Property(tries = 60)
    void sampledPointsLieOnTheBoundaryWithTheirNormalsOutward(@ForAll @IntRange(max = 100_000) int index) {
        // Given
        BlockSolid solid = GENERATOR.sample(index).solid();

        // When
        PointCloud cloud = solid.sampleSurface(500, new SplittableRandom(index));

        // Then
        int wrong = 0;
        for (int i = 0; i < cloud.size(); i++) {
            Vector3 point = cloud.point(i);
            Vector3 normal =
                    new Vector3(cloud.normals()[3 * i], cloud.normals()[3 * i + 1], cloud.normals()[3 * i + 2]);
            assertThat(normal.length()).isCloseTo(1, within(1e-12));
            Vector3 inner = point.minus(normal.times(1e-4));
            Vector3 outer = point.plus(normal.times(1e-4));
            if (!solid.contains(inner.x(), inner.y(), inner.z()) || solid.contains(outer.x(), outer.y(), outer.z())) {
                wrong++;
            }
        }
        // A point within a ten-thousandth of an edge may be wrong.
        assertThat(wrong).isLessThanOrEqualTo(1);
    }

    @Property(tries = 40)
    void sampledPointsAreSpreadByArea(@ForAll @IntRange(max = 100_000) int index) {
        // Given: by the divergence theorem the mean of p·n over the surface is three volumes over the area
        BlockSolid solid = GENERATOR.sample(index).solid();
        int count = 4_000;

        // When
        PointCloud cloud = solid.sampleSurface(count, new SplittableRandom(index));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 3 * count; i += 3) {
            double support = cloud.positions()[i] * cloud.normals()[i]
                    + cloud.positions()[i + 1] * cloud.normals()[i + 1]
                    + cloud.positions()[i + 2] * cloud.normals()[i + 2];
            sum += support;
            squares += support * support;
        }

        // Then
        double mean = sum / count;
        double deviation = Math.sqrt((squares / count - mean * mean) / count);
        double expected = 3 * solid.volume() / solid.area();
        assertThat(mean).isCloseTo(expected, within(5 * deviation + 0.01 * expected));
    }

    @Test
    void coincidentFacesCountOnce() {
        // Given two boxes side by side whose ends are flush: together a bar
        BlockSolid bar = built(
                union(-10, 10, new Rectangle(-100, -10, 20, 10)), union(-10, 10, new Rectangle(-20, -10, 100, 10)));

        // When
        PointCloud cloud = bar.sampleSurface(40_000, new SplittableRandom(1));

        // Then the middle fifth holds its share of the points
        long middle = 0;
        for (int i = 0; i < cloud.size(); i++) {
            middle += Math.abs(cloud.point(i).x()) < 20 ? 1 : 0;
        }
        double share = 40.0 * 80 / (200 * 80 + 2 * 400);
        assertThat(middle / 40_000.0).isCloseTo(share, within(0.01));
        assertThat(bar.area()).isCloseTo(200 * 80 + 2 * 400, within(1e-3));
    }

    @Test
    void boundsFollowTheBodyWhereACutHasTakenItsExtremes() {
        // Given a disc whose right part is cut off, and a dent from below
        BlockSolid solid = built(
                union(-10, 10, new Circle(0, 0, 100)),
                cut(-10, 10, new Rectangle(50, -100, 100, 100)),
                cut(-10, 10, new Circle(0, -100, 40)));

        // When
        Bounds bounds = solid.bounds();

        // Then the lowest points left are where the two circles meet
        assertThat(bounds.min().x()).isEqualTo(-100);
        assertThat(bounds.max().x()).isEqualTo(50);
        assertThat(bounds.max().y()).isEqualTo(100);
        assertThat(bounds.min().y()).isCloseTo(-92, within(0.01));
        assertThat(bounds.min().z()).isEqualTo(-10);
    }

    @Test
    void solidsThatOnlyTouchAreNotConnected() {
        // Two cylinders along a line, two boxes along an edge, a bar sawn through
        assertThat(built(union(0, 9, new Circle(-50, 0, 50)), union(0, 9, new Circle(50, 0, 50)))
                        .connected())
                .isFalse();
        assertThat(built(union(0, 9, new Rectangle(-50, -50, 0, 0)), union(0, 9, new Rectangle(0, 0, 50, 50)))
                        .connected())
                .isFalse();
        assertThat(built(union(0, 9, new Rectangle(-50, 0, 50, 9)), cut(0, 9, new Rectangle(-1, 0, 1, 9)))
                        .connected())
                .isFalse();
    }

    @Test
    void solidsThatShareAFaceOrOverlapAreConnected() {
        assertThat(built(union(0, 9, new Circle(-50, 0, 50)), union(0, 9, new Circle(45, 0, 50)))
                        .connected())
                .isTrue();
        assertThat(built(union(0, 9, new Circle(0, 0, 50)), union(9, 20, new Circle(60, 0, 20)))
                        .connected())
                .isTrue();
        assertThat(built(union(0, 9, new Circle(0, 0, 50), new Circle(0, 0, 47)))
                        .connected())
                .isTrue();
    }

    @Test
    void whatBoundsNoSolidIsRefusedWithItsReason() {
        Rectangle base = new Rectangle(-50, -50, 50, 50);
        refused("block 1 cuts", cut(0, 9, base));
        refused("leave nothing", union(0, 9, base), cut(-1, 10, base));
        refused("block 2: loops 1 and 2 touch or cross", union(0, 9, base), union(9, 20, base, new Circle(40, 0, 10)));
        refused("loops 1 and 3 touch or cross", union(0, 9, base, new Circle(0, 0, 10), new Circle(45, 0, 9)));
        refused("crosses itself", union(0, 9, polygon(corner(0, 0), corner(9, 9), corner(9, 0), corner(0, 8))));
        refused("repeats a vertex", union(0, 9, polygon(corner(0, 0), corner(9, 9), corner(9, 9), corner(0, 8))));
        refused("crosses itself", union(0, 9, polygon(corner(0, 0), corner(20, 0), corner(10, 0), corner(0, 8))));
        refused("almost no area", union(0, 9, polygon(corner(0, 0), corner(9, 0))));
        refused("fewer than two", union(0, 9, polygon(corner(0, 0))));
        refused("lie on a line", union(0, 9, polygon(new Vertex(0, 0, Optional.of(new Middle(5, 0))), corner(9, 0))));
        refused("radius is 0", union(0, 9, new Circle(0, 0, 0)));
        refused("no area", union(0, 9, new Rectangle(0, 0, 0, 9)));
        refused("corners of radius 6", union(0, 9, new RoundedRectangle(0, 0, 10, 20, 6)));
    }

    private static Polygon polygon(Vertex... vertices) {
        return new Polygon(List.of(vertices));
    }

    private static void refused(String reason, Block... blocks) {
        assertThat(BlockSolid.of(new BlockProgram(List.of(blocks))))
                .isInstanceOfSatisfying(BlockExecution.Refused.class, refused -> assertThat(refused.reason())
                        .contains(reason));
    }
}
