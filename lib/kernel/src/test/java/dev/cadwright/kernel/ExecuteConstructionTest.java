package dev.cadwright.kernel;

import static dev.cadwright.kernel.Shapes.arc;
import static dev.cadwright.kernel.Shapes.circle;
import static dev.cadwright.kernel.Shapes.extrude;
import static dev.cadwright.kernel.Shapes.line;
import static dev.cadwright.kernel.Shapes.polygon;
import static dev.cadwright.kernel.Shapes.profile;
import static dev.cadwright.kernel.Shapes.program;
import static dev.cadwright.kernel.Shapes.rectangle;
import static dev.cadwright.kernel.Shapes.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExecuteConstructionTest {
    @RegisterExtension
    static final TestKernel KERNEL = new TestKernel(2);

    @Test
    void plateWithHoleMeasuresAsTheorySays() {
        // When
        SolidProperties plate = solid(Shapes.plateWithHole());

        // Then
        assertThat(plate.volume()).isCloseTo(5 * (1200 - 16 * Math.PI), within(1e-9));
        assertThat(plate.area()).isCloseTo(2 * (1200 - 16 * Math.PI) + 5 * (140 + 8 * Math.PI), within(1e-9));
        assertThat(plate.centreOfMass().distanceTo(new Vector3(20, 15, 2.5))).isLessThan(1e-9);
        assertThat(plate.bounds().max().distanceTo(new Vector3(40, 30, 5))).isLessThan(1e-6);
        assertThat(plate.faceTypes()).isEqualTo(Map.of("PLANE", 6, "CYLINDER", 1));
        assertThat(plate.faces()).isEqualTo(7);
        assertThat(plate.edges()).isEqualTo(15);
        assertThat(plate.vertices()).isEqualTo(10);
        assertThat(plate.fusedVolume()).isEmpty();
    }

    @Test
    void loopsMayRunEitherWay() {
        // Given
        Loop clockwise = polygon(0, 0, 0, 30, 40, 30, 40, 0);

        // When
        SolidProperties plate =
                solid(program(up(5, Operation.NEW_BODY, profile(clockwise, polygon(10, 10, 20, 10, 20, 20, 10, 20)))));

        // Then
        assertThat(plate.volume()).isCloseTo(5 * 1100.0, within(1e-9));
    }

    @Test
    void arcsRunThroughTheirMiddleWhicheverWayTheyTurn() {
        // Given
        Loop half = new Loop(List.of(arc(0, 0, 1, 1, 2, 0), line(2, 0, 0, 0)));
        Loop threeQuarters = new Loop(
                List.of(arc(1, 0, -Math.sqrt(0.5), Math.sqrt(0.5), 0, -1), line(0, -1, 0, 0), line(0, 0, 1, 0)));
        Loop bitten =
                new Loop(List.of(line(-1, 0, -1, -2), line(-1, -2, 1, -2), line(1, -2, 1, 0), arc(1, 0, 0, -1, -1, 0)));

        // When // Then
        assertThat(solid(program(up(2, Operation.NEW_BODY, profile(half)))).volume())
                .isCloseTo(Math.PI, within(1e-9));
        assertThat(solid(program(up(1, Operation.NEW_BODY, profile(threeQuarters))))
                        .volume())
                .isCloseTo(0.75 * Math.PI, within(1e-9));
        assertThat(solid(program(up(1, Operation.NEW_BODY, profile(bitten)))).volume())
                .isCloseTo(4 - Math.PI / 2, within(1e-9));
    }

    @Test
    void extentsReachToTheirSides() {
        // Given
        Extent back = new Extent.OneSide(-3);
        Extent both = new Extent.Symmetric(2);
        Extent twoSides = new Extent.TwoSides(1, 4);

        // When // Then
        assertThat(heights(back)).containsExactly(-3, 0);
        assertThat(heights(both)).containsExactly(-2, 2);
        assertThat(heights(twoSides)).containsExactly(-4, 1);
    }

    @Test
    void severalOperationsGiveTheSetTheySpell() {
        // Given
        double base = 60 * 40 * 8;
        double wall = 10 * 40 * 20;
        double boss = Math.PI * 100 * 20;
        double pocket = 4 * (30 * 6 + Math.PI * 9);
        double bore = Math.PI * 25 * 28;

        // When
        SolidProperties bracket = solid(Shapes.bracket());

        // Then
        assertThat(bracket.volume()).isCloseTo(base + wall + boss - pocket - bore, within(1e-6));
        assertThat(bracket.solids()).isEqualTo(1);
        assertThat(bracket.valid()).isTrue();
    }

    @Test
    void neighbouringBoxesBecomeOneBoxOfSixFaces() {
        // When
        SolidProperties joined = solid(program(
                up(2, Operation.NEW_BODY, profile(rectangle(0, 0, 4, 3))),
                up(2, Operation.NEW_BODY, profile(rectangle(4, 0, 8, 3))),
                up(2, Operation.JOIN, profile(rectangle(8, 0, 9, 3)))));

        // Then
        assertThat(joined.volume()).isCloseTo(54, within(1e-9));
        assertThat(joined.faces()).isEqualTo(6);
        assertThat(joined.edges()).isEqualTo(12);
    }

    @Test
    void intersectionKeepsWhatIsInAnyProfile() {
        // When
        SolidProperties common = solid(program(
                up(2, Operation.NEW_BODY, profile(rectangle(0, 0, 4, 4))),
                up(2, Operation.INTERSECT, profile(rectangle(1, 1, 9, 9)), profile(rectangle(-9, -9, 3, 3)))));

        // Then
        assertThat(common.volume()).isCloseTo(2 * (9 + 9 - 4), within(1e-9));
    }

    @Test
    void firstFeatureIsTheBodyWhateverItsOperation() {
        // When
        SolidProperties first = solid(program(up(2, Operation.CUT, profile(rectangle(0, 0, 4, 4)))));

        // Then
        assertThat(first.volume()).isCloseTo(32, within(1e-9));
    }

    @Test
    void disjointBodiesAreSeveralSolids() {
        // When
        SolidProperties two = solid(program(
                up(1, Operation.NEW_BODY, profile(rectangle(0, 0, 1, 1))),
                up(1, Operation.NEW_BODY, profile(rectangle(5, 0, 6, 1)))));

        // Then
        assertThat(two.solids()).isEqualTo(2);
        assertThat(two.fusedVolume()).hasValueCloseTo(2.0, within(1e-9));
        assertThat(two.occupiedVolume()).isCloseTo(2, within(1e-9));
    }

    @Test
    void normalisedShapeIsCentredWithTheLongestSideAsked() {
        // When
        SolidProperties box = solid(Shapes.box(10, 20, 40), Request.properties().normalised(2));

        // Then
        assertThat(box.bounds().longestSide()).isCloseTo(2, within(1e-6));
        assertThat(box.bounds().centre().length()).isLessThan(1e-6);
        assertThat(box.volume()).isCloseTo(8000.0 / 8000, within(1e-9));
    }

    @Test
    void bodyCutAwayWhollyCanBeStartedAnew() {
        // When
        SolidProperties anew = solid(program(
                up(1, Operation.NEW_BODY, profile(rectangle(0, 0, 1, 1))),
                up(2, Operation.CUT, profile(rectangle(-1, -1, 2, 2))),
                up(3, Operation.JOIN, profile(rectangle(0, 0, 1, 1)))));

        // Then
        assertThat(anew.volume()).isCloseTo(3, within(1e-9));
    }

    @Test
    void rodThatIsThinForItsLengthHasARoundMesh() {
        // Given
        Source rod = program(up(100_000, Operation.NEW_BODY, profile(circle(0, 0, 2))));

        // When
        Execution.Solid solid = (Execution.Solid)
                KERNEL.pool().execute(rod, Request.properties().withMesh(Deflection.STANDARD));

        // Then
        assertThat(Meshes.volume(solid.mesh().orElseThrow()))
                .isCloseTo(
                        solid.properties().volume(),
                        within(0.02 * solid.properties().volume()));
    }

    private static List<Integer> heights(Extent extent) {
        SolidProperties box = solid(program(extrude(
                new Frame(Vector3.ZERO, Vector3.X, Vector3.Z),
                extent,
                Operation.NEW_BODY,
                profile(rectangle(0, 0, 1, 1)))));
        return List.of((int) Math.round(box.bounds().min().z()), (int)
                Math.round(box.bounds().max().z()));
    }

    private static Execution run(Source source) {
        return KERNEL.pool().execute(source, Request.properties());
    }

    private static SolidProperties solid(Source source) {
        return solid(source, Request.properties());
    }

    private static SolidProperties solid(Source source, Request request) {
        Execution execution = KERNEL.pool().execute(source, request);
        assertThat(execution).isInstanceOf(Execution.Solid.class);
        return ((Execution.Solid) execution).properties();
    }
}
