package dev.cadwright.cad.block;

import dev.cadwright.cad.Construction;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/** Operations on block programs. */
public final class Blocks {
    private Blocks() {}

    /**
     * The one order that programs of the same blocks share: unions, then cuts, each by falling volume; a plain box
     * always on XY; the largest loop first, the others by their lower left corner; polygons counter-clockwise from
     * their smallest vertex. Where a union follows a cut this changes what is built: see {@link #fromConstruction}.
     */
    public static BlockProgram canonical(BlockProgram program) {
        return CanonicalOrder.of(program);
    }

    /** The program of the solid under a symmetry of the cube, in canonical order. */
    public static BlockProgram apply(CubeSymmetry symmetry, BlockProgram program) {
        return CanonicalOrder.of(new BlockProgram(program.blocks().stream()
                .map(block -> BlockSymmetry.apply(symmetry, block))
                .toList()));
    }

    /**
     * How many tokens the compact form takes: three a block, one a loop and one a number (an arc has one of its own),
     * and one for the end.
     */
    public static int tokenCount(BlockProgram program) {
        int count = 1;
        for (Block block : program.blocks()) {
            count += 3;
            for (BlockLoop loop : block.loops()) {
                count += tokenCount(loop);
            }
        }
        return count;
    }

    private static int tokenCount(BlockLoop loop) {
        return switch (loop) {
            case BlockLoop.Circle circle -> 4;
            case BlockLoop.Rectangle rectangle -> 5;
            case BlockLoop.RoundedRectangle rounded -> 6;
            case BlockLoop.Polygon(List<BlockLoop.Vertex> vertices) -> {
                long arcs = vertices.stream()
                        .filter(vertex -> vertex.arcToNext().isPresent())
                        .count();
                // The way back to the first vertex is written only where it is an arc.
                boolean closedByArc =
                        !vertices.isEmpty() && vertices.getLast().arcToNext().isPresent();
                yield 1 + 2 * vertices.size() + 3 * (int) arcs + (closedByArc ? 2 : 0);
            }
        };
    }

    /** How many separate faces a block's loops bound: more than one where a loop lies outside of all others. */
    public static int faceCount(Block block) {
        return switch (Face.of(block.loops())) {
            case Face.Reading.Sound(Face face) -> face.profiles().size();
            case Face.Reading.Unsound(var ignored) -> 0;
        };
    }

    /**
     * The program with exact arcs and circles, in the program's coordinates.
     *
     * @throws IllegalArgumentException if a block's loops bound no face, as {@link BlockSolid#of} would say
     */
    public static Construction toConstruction(BlockProgram program) {
        return ConstructionWriter.of(program);
    }

    /**
     * The block program of a construction after the map p → (p − centre) · scale, with scale 200 over the longest side
     * of the body; or nothing if the construction leaves the principal planes, the operations of blocks or the range,
     * or degenerates when it is rounded. The program is canonical unless a join after a cut makes the order matter.
     */
    public static Optional<BlockProgram> fromConstruction(Construction construction, Vector3 centre, double scale) {
        return new ConstructionReader(centre, scale).read(construction);
    }
}
