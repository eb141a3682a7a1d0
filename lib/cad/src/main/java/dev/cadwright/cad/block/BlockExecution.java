package dev.cadwright.cad.block;

/** What became of building the solid that a block program describes. */
public sealed interface BlockExecution {
    record Built(BlockSolid solid) implements BlockExecution {}

    /** The program describes no solid; the reason names the block (counted from 1). */
    record Refused(String reason) implements BlockExecution {}
}
