package dev.cadwright.cad.block;

import java.util.List;

/**
 * The compact form of a sketch-and-extrude program that a small model can write: blocks on the three principal planes,
 * united or cut in order, with integer coordinates from −100 to 100. The body is centred and its longest side is 200.
 */
public record BlockProgram(List<Block> blocks) {
    public static final int LIMIT = 100;

    public BlockProgram {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a block program needs at least one block");
        }
    }
}
