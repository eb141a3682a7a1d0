package dev.cadwright.cad.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.block.BlockLoop.Circle;
import dev.cadwright.cad.block.BlockLoop.Rectangle;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockConstructionTest {
    private static final ProceduralGenerator GENERATOR = new ProceduralGenerator(31);
    private static final Loop SQUARE = square(0, 0, 10);

    @Property(tries = 300)
    void aProgramComesBackFromItsConstruction(@ForAll @IntRange(max = 100_000) int index) {
        // Given
        BlockProgram program = GENERATOR.sample(index).program();

        // When
        Construction construction = Blocks.toConstruction(program);

        // Then
        assertThat(Blocks.fromConstruction(construction, Vector3.ZERO, 1)).contains(program);
    }

    @Test
    void nestedLoopsBecomeProfilesWithHoles() {
        // Given a ring with an island in its hole
        Block block = new Block(
                false,
                PrincipalPlane.ZX,
                -5,
                7,
                List.of(new Rectangle(-90, -90, 90, 90), new Circle(0, 0, 60), new Circle(0, 0, 20)));

        // When
        Construction construction = Blocks.toConstruction(new BlockProgram(List.of(block)));

        // Then
        assertThat(construction.features()).singleElement().isInstanceOfSatisfying(Feature.Extrude.class, extrude -> {
            assertThat(extrude.operation()).isEqualTo(Operation.NEW_BODY);
            assertThat(extrude.extent()).isEqualTo(new Extent.OneSide(12));
            assertThat(extrude.plane().origin()).isEqualTo(new Vector3(0, -5, 0));
            assertThat(extrude.profiles()).hasSize(2);
            assertThat(extrude.profiles().getFirst().holes())
                    .containsExactly(new Loop(List.of(new Curve.Circle(new Vector2(0, 0), 60, SourceSpan.NONE))));
            assertThat(extrude.profiles().getLast().holes()).isEmpty();
        });
    }

    @Test
    void scaleCentreAndDirectionOfTheSketchAreFollowed() {
        // Given a square of side 10 sketched on a plane that looks down, extruded against its normal
        Frame down = new Frame(new Vector3(100, 200, 300), Vector3.Y, Vector3.Z.times(-1));
        Construction construction = construction(extrude(down, new Extent.OneSide(-4), Operation.NEW_BODY, SQUARE));

        // When: plane x is world y, plane y = normal × x = world x
        Optional<BlockProgram> program = Blocks.fromConstruction(construction, new Vector3(105, 205, 302), 20);

        // Then
        assertThat(program)
                .contains(new BlockProgram(List.of(
                        new Block(false, PrincipalPlane.XY, -40, 40, List.of(new Rectangle(-100, -100, 100, 100))))));
    }

    @Test
    void everyExtentReachesAsFarAsItSays() {
        assertThat(range(new Extent.Symmetric(-7))).containsExactly(-7, 7);
        assertThat(range(new Extent.TwoSides(3, 5))).containsExactly(-5, 3);
        assertThat(range(new Extent.TwoSides(-3, 5))).containsExactly(-5, 0);
        assertThat(range(new Extent.OneSide(9))).containsExactly(0, 9);
    }

    private static int[] range(Extent extent) {
        Block block = Blocks.fromConstruction(
                        construction(extrude(Frame.XY, extent, Operation.NEW_BODY, SQUARE)), Vector3.ZERO, 1)
                .orElseThrow()
                .blocks()
                .getFirst();
        return new int[] {block.from(), block.to()};
    }

    @Test
    void profilesThatTouchBecomeBlocksOfTheirOwn() {
        // Given
        Feature together = new Feature.Extrude(
                Frame.XY,
                List.of(new Profile(square(0, 0, 10), List.of()), new Profile(square(10, 0, 10), List.of())),
                new Extent.OneSide(5),
                Operation.NEW_BODY,
                SourceSpan.NONE);

        // When
        BlockProgram program =
                Blocks.fromConstruction(construction(together), Vector3.ZERO, 1).orElseThrow();

        // Then
        assertThat(program.blocks()).hasSize(2).allSatisfy(block -> assertThat(block.loops())
                .hasSize(1));
    }

    @Test
    void theOrderStaysWhereAJoinFillsWhatACutRemoved() {
        // Given a plate, a hole in it, and a smaller plug in the hole
        Construction construction = construction(
                extrude(Frame.XY, new Extent.OneSide(10), Operation.NEW_BODY, square(-50, -50, 100)),
                extrude(Frame.XY, new Extent.OneSide(10), Operation.CUT, square(-20, -20, 40)),
                extrude(Frame.XY, new Extent.OneSide(12), Operation.JOIN, square(-25, -10, 20)));

        // When
        BlockProgram program =
                Blocks.fromConstruction(construction, Vector3.ZERO, 1).orElseThrow();

        // Then
        assertThat(program.blocks()).extracting(Block::cut).containsExactly(false, true, false);
    }

    @Test
    void cutsThatReachBeyondTheRangeAreTrimmedToIt() {
        // Given
        Construction construction = construction(
                extrude(Frame.XY, new Extent.OneSide(100), Operation.NEW_BODY, square(-100, -100, 200)),
                extrude(Frame.XY, new Extent.Symmetric(500), Operation.CUT, square(0, 0, 300)));

        // When
        BlockProgram program =
                Blocks.fromConstruction(construction, Vector3.ZERO, 1).orElseThrow();

        // Then
        assertThat(program.blocks().getLast())
                .isEqualTo(new Block(true, PrincipalPlane.XY, -100, 100, List.of(new Rectangle(0, 0, 100, 100))));
    }

    @Test
    void whatBlocksCannotSayIsNotForced() {
        Frame slanted = new Frame(Vector3.ZERO, Vector3.X, new Vector3(0, 1, 1));
        nothing(extrude(slanted, new Extent.OneSide(9), Operation.NEW_BODY, SQUARE));
        nothing(
                extrude(Frame.XY, new Extent.OneSide(9), Operation.NEW_BODY, SQUARE),
                extrude(Frame.XY, new Extent.OneSide(5), Operation.INTERSECT, SQUARE));
        nothing(extrude(Frame.XY, new Extent.OneSide(0.2), Operation.NEW_BODY, SQUARE));
        nothing(extrude(Frame.XY, new Extent.OneSide(9), Operation.NEW_BODY, square(0, 0, 0.3)));
        nothing(extrude(Frame.XY, new Extent.OneSide(9), Operation.NEW_BODY, square(0, 0, 101)));
        nothing(extrude(Frame.XY, new Extent.OneSide(9), Operation.CUT, SQUARE));
        nothing();
    }

    private static void nothing(Feature... features) {
        assertThat(Blocks.fromConstruction(construction(features), Vector3.ZERO, 1))
                .isEmpty();
    }

    private static Construction construction(Feature... features) {
        return new Construction(List.of(features));
    }

    private static Feature extrude(Frame plane, Extent extent, Operation operation, Loop loop) {
        return new Feature.Extrude(plane, List.of(new Profile(loop, List.of())), extent, operation, SourceSpan.NONE);
    }

    private static Loop square(double x, double y, double side) {
        Vector2[] corners = {
            new Vector2(x, y), new Vector2(x + side, y), new Vector2(x + side, y + side), new Vector2(x, y + side)
        };
        return new Loop(List.of(
                new Curve.Line(corners[0], corners[1], SourceSpan.NONE),
                new Curve.Line(corners[1], corners[2], SourceSpan.NONE),
                new Curve.Line(corners[2], corners[3], SourceSpan.NONE),
                new Curve.Line(corners[3], corners[0], SourceSpan.NONE)));
    }
}
