package dev.cadwright.cad.block;

import java.util.List;

/**
 * A prism: loops on a principal plane (filled by the even-odd rule), from one offset along the plane's normal to a
 * larger one; added to the body or cut from it.
 */
public record Block(boolean cut, PrincipalPlane plane, int from, int to, List<BlockLoop> loops) {
    public Block {
        loops = List.copyOf(loops);
        if (loops.isEmpty()) {
            throw new IllegalArgumentException("a block needs at least one loop");
        }
        if (from >= to) {
            throw new IllegalArgumentException("a block's from (" + from + ") must be below its to (" + to + ")");
        }
    }
}
