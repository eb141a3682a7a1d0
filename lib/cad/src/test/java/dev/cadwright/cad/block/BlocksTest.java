package dev.cadwright.cad.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.block.BlockLoop.Circle;
import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.Rectangle;
import dev.cadwright.cad.block.BlockLoop.RoundedRectangle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.cad.procedural.ProceduralSample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final ProceduralGenerator GENERATOR = new ProceduralGenerator(11);

    @Property(tries = 200)
    void anyOrderOfTheSameBlocksHasOneCanonicalForm(@ForAll @IntRange(max = 100_000) int index, @ForAll long shuffle) {
        // Given
        BlockProgram program = GENERATOR.sample(index).program();

        // When
        BlockProgram disordered = disordered(program, new Random(shuffle));

        // Then
        assertThat(Blocks.canonical(program)).isEqualTo(program);
        assertThat(Blocks.canonical(disordered)).isEqualTo(program);
    }

    @Property(tries = 100)
    void aSymmetryMovesTheSolidWithItsProgram(
            @ForAll @IntRange(max = 100_000) int index, @ForAll @IntRange(max = 47) int number) {
        // Given
        ProceduralSample sample = GENERATOR.sample(index);
        CubeSymmetry symmetry = CubeSymmetry.ALL.get(number);

        // When
        BlockProgram turned = Blocks.apply(symmetry, sample.program());

        // Then
        BlockSolid solid = BlockSolidTest.built(turned);
        SplittableRandom random = new SplittableRandom(index);
        for (int i = 0; i < 200; i++) {
            float[] point = {coordinate(random), coordinate(random), coordinate(random)};
            float[] image = symmetry.apply(point);
            assertThat(solid.contains(image[0], image[1], image[2]))
                    .isEqualTo(sample.solid().contains(point[0], point[1], point[2]));
        }
        assertThat(Blocks.apply(symmetry.inverse(), turned)).isEqualTo(sample.program());
    }

    /** Off the grid of whole numbers, where the faces are. */
    private static float coordinate(SplittableRandom random) {
        return (float) (random.nextInt(-101, 101) + random.nextDouble(0.1, 0.9));
    }

    @Test
    void aBoxStandsOnXyWhateverPlaneItWasDrawnOn() {
        // Given
        Block box = new Block(false, PrincipalPlane.YZ, 5, 9, List.of(new Rectangle(3, 1, -2, -4)));

        // When
        BlockProgram canonical = Blocks.canonical(new BlockProgram(List.of(box)));

        // Then
        assertThat(canonical.blocks())
                .containsExactly(new Block(false, PrincipalPlane.XY, -4, 1, List.of(new Rectangle(5, -2, 9, 3))));
    }

    @Test
    void loopsAreWrittenInTheSimplestWay() {
        assertThat(CanonicalLoop.of(new RoundedRectangle(10, 10, -10, -10, 10))).isEqualTo(new Circle(0, 0, 10));
        assertThat(CanonicalLoop.of(new Polygon(List.of(corner(4, 0), corner(4, 4), corner(0, 4), corner(0, 0)))))
                .isEqualTo(new Rectangle(0, 0, 4, 4));
        assertThat(CanonicalLoop.of(new Polygon(List.of(corner(0, 4), corner(8, 0), corner(4, 0), corner(0, 0)))))
                .isEqualTo(new Polygon(List.of(corner(0, 0), corner(8, 0), corner(0, 4))));
    }

    @Test
    void tokensAreCountedAsTheCompactFormWritesThem() {
        // Given
        Polygon closedByArc = new Polygon(List.of(
                new Vertex(0, 0, Optional.empty()),
                new Vertex(40, 0, Optional.empty()),
                new Vertex(0, 40, Optional.of(new Middle(-10, 20)))));
        List<BlockLoop> loops = List.of(
                new Rectangle(-90, -90, 90, 90), new RoundedRectangle(50, 50, 60, 60, 3), new Circle(-50, -50, 9));
        BlockProgram program = new BlockProgram(List.of(
                new Block(false, PrincipalPlane.XY, -5, 5, loops),
                new Block(true, PrincipalPlane.ZX, 0, 5, List.of(closedByArc))));

        // When, Then: block 3, rectangle 5, rounded 6, circle 4; block 3, polygon 1 + 2 + 2 + 2 + arc 5; end 1
        assertThat(Blocks.tokenCount(program)).isEqualTo(18 + 15 + 1);
    }

    private static Vertex corner(int x, int y) {
        return new Vertex(x, y, Optional.empty());
    }

    /** Cuts stay after the unions; blocks, loops, starts, directions and corners are mixed. */
    private static BlockProgram disordered(BlockProgram program, Random random) {
        List<Block> unions = new ArrayList<>();
        List<Block> cuts = new ArrayList<>();
        for (Block block : program.blocks()) {
            List<BlockLoop> loops = new ArrayList<>(
                    block.loops().stream().map(loop -> disordered(loop, random)).toList());
            Collections.shuffle(loops, random);
            (block.cut() ? cuts : unions).add(new Block(block.cut(), block.plane(), block.from(), block.to(), loops));
        }
        Collections.shuffle(unions, random);
        Collections.shuffle(cuts, random);
        unions.addAll(cuts);
        return new BlockProgram(unions);
    }

    private static BlockLoop disordered(BlockLoop loop, Random random) {
        return switch (loop) {
            case Circle circle -> circle;
            case Rectangle(int x0, int y0, int x1, int y1) -> new Rectangle(x1, y0, x0, y1);
            case RoundedRectangle(int x0, int y0, int x1, int y1, int radius) ->
                new RoundedRectangle(x0, y1, x1, y0, radius);
            case Polygon(List<Vertex> vertices) -> {
                List<Vertex> turned = new ArrayList<>(vertices);
                Collections.rotate(turned, random.nextInt(vertices.size()));
                yield new Polygon(random.nextBoolean() ? turned : reversed(turned));
            }
        };
    }

    private static List<Vertex> reversed(List<Vertex> vertices) {
        List<Vertex> reversed = new ArrayList<>();
        for (int i = vertices.size(); i > 0; i--) {
            Vertex vertex = vertices.get(i % vertices.size());
            reversed.add(new Vertex(vertex.x(), vertex.y(), vertices.get(i - 1).arcToNext()));
        }
        return reversed;
    }
}
