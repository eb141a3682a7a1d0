package dev.cadwright.cad.procedural;

import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;

/** A random program in canonical order and the solid it describes. */
public record ProceduralSample(BlockProgram program, BlockSolid solid) {}
