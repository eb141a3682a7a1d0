package dev.cadwright.cad.block;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.PointCloud;
import java.util.random.RandomGenerator;

/** The solid that a block program describes, in the program's coordinates (longest side 200), without a kernel. */
public final class BlockSolid {
    private final BlockProgram program;

    private BlockSolid(BlockProgram program) {
        this.program = program;
    }

    public static BlockExecution of(BlockProgram program) {
        return new BlockExecution.Built(new BlockSolid(program));
    }

    public BlockProgram program() {
        return program;
    }

    /** Whether a point lies inside; on the boundary either answer is right. */
    public boolean contains(double x, double y, double z) {
        throw new UnsupportedOperationException("being built");
    }

    /** Points spread uniformly by area over the solid's boundary, with outward unit normals. */
    public PointCloud sampleSurface(int count, RandomGenerator random) {
        throw new UnsupportedOperationException("being built");
    }

    public double volume() {
        throw new UnsupportedOperationException("being built");
    }

    public double area() {
        throw new UnsupportedOperationException("being built");
    }

    public boolean connected() {
        throw new UnsupportedOperationException("being built");
    }

    public Bounds bounds() {
        throw new UnsupportedOperationException("being built");
    }
}
