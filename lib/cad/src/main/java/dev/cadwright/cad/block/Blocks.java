package dev.cadwright.cad.block;

import dev.cadwright.cad.Construction;
import dev.cadwright.geometry.Vector3;
import java.util.Optional;

/** Operations on block programs. */
public final class Blocks {
    private Blocks() {}

    /**
     * The one order that programs of the same blocks share: unions, then cuts, each by falling volume; a plain box
     * always on XY; the largest loop first, holes by their lower left corner; polygons counter-clockwise from their
     * smallest vertex. Where a union follows a cut this changes what is built: see {@link #fromConstruction}.
     */
    public static BlockProgram canonical(BlockProgram program) {
        throw new UnsupportedOperationException("being built");
    }

    /** The program of the solid under a symmetry of the cube, in canonical order. */
    public static BlockProgram apply(CubeSymmetry symmetry, BlockProgram program) {
        throw new UnsupportedOperationException("being built");
    }

    /** How many tokens the compact token form takes, with its end token. */
    public static int tokenCount(BlockProgram program) {
        throw new UnsupportedOperationException("being built");
    }

    /** The program with exact arcs and circles, in the program's coordinates. */
    public static Construction toConstruction(BlockProgram program) {
        throw new UnsupportedOperationException("being built");
    }

    /**
     * The block program of a construction after the map p → (p − centre) · scale, or nothing if the construction
     * leaves the principal planes, the operations of blocks, the range, or degenerates when it is rounded.
     */
    public static Optional<BlockProgram> fromConstruction(Construction construction, Vector3 centre, double scale) {
        throw new UnsupportedOperationException("being built");
    }
}
