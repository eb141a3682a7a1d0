package dev.cadwright.neural.train;

import dev.cadwright.cad.block.BlockProgram;

/** One shape to learn from: a program and x y z triples of its cloud, in the frame where the longest side is 2. */
public record TrainingSample(BlockProgram program, float[] points) {}
