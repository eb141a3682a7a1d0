package dev.cadwright.cad.block;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.PointCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The solid that a block program describes, in the program's coordinates (longest side 200), without a kernel:
 * membership is decided by the blocks themselves with exact lines and arcs. Safe for several threads.
 */
public final class BlockSolid {
    private static final double SMALLEST_VOLUME = 1;
    /** A piece apart from the rest is tolerated below this share: narrow tips fall into specks of whole cells. */
    private static final double SPECK = 0.0005;

    private final BlockProgram program;
    private final List<Prism> prisms;
    private final double[] volumes;

    private BlockSolid(BlockProgram program, List<Prism> prisms, double[] volumes) {
        this.program = program;
        this.prisms = List.copyOf(prisms);
        this.volumes = volumes;
    }

    /**
     * Builds the solid, or says why there is none: a degenerate loop, loops that touch or cross, a cut before any
     * body, nothing left.
     */
    public static BlockExecution of(BlockProgram program) {
        List<Prism> prisms = new ArrayList<>();
        for (int i = 0; i < program.blocks().size(); i++) {
            Block block = program.blocks().get(i);
            if (i == 0 && block.cut()) {
                return new BlockExecution.Refused("block 1 cuts where there is no body yet");
            }
            switch (Face.of(block.loops())) {
                case Face.Reading.Unsound(String reason) -> {
                    return new BlockExecution.Refused("block " + (i + 1) + ": " + reason);
                }
                case Face.Reading.Sound(Face face) -> prisms.add(new Prism(block, face));
            }
        }
        double[] volumes = new SolidMeasure(prisms).volumes();
        if (volumes[volumes.length - 1] < SMALLEST_VOLUME) {
            return new BlockExecution.Refused("the cuts leave nothing");
        }
        return new BlockExecution.Built(new BlockSolid(program, prisms, volumes));
    }

    public BlockProgram program() {
        return program;
    }

    /** Whether a point lies inside; on the boundary either answer is right. */
    public boolean contains(double x, double y, double z) {
        for (int i = prisms.size() - 1; i >= 0; i--) {
            if (prisms.get(i).contains(x, y, z)) {
                return !prisms.get(i).cut();
            }
        }
        return false;
    }

    /** Points spread uniformly by area over the solid's boundary, with outward unit normals. */
    public PointCloud sampleSurface(int count, RandomGenerator random) {
        return new BoundarySampler(prisms).sample(count, random);
    }

    /**
     * The volume: exact chords along one axis, Gauss–Legendre quadrature across it. Exact for solids of right angles;
     * for curved ones the error against an exact kernel is below 0.3 % of the bounding box, in 99 of 100 below 0.02 %.
     */
    public double volume() {
        return volumes[volumes.length - 1];
    }

    /** The body's volume after each block, by the method of {@link #volume}. */
    public double[] volumesByBlock() {
        return volumes.clone();
    }

    /** The area of the boundary by the same method; walls that other blocks cut into within two or three hundredths. */
    public double area() {
        return new SolidMeasure(prisms).area();
    }

    /**
     * Whether the solid is one piece. It is decided on cells between all coordinates where something begins or ends,
     * at most 1 wide where there are curves or slants: the cells whose centre is inside must hang together by their
     * faces, and of the cells wholly inside no part of more than 0.05 % may stand apart. So solids that hang together
     * by an edge, a tangent line or a wall thinner than about 3 count as several pieces.
     */
    public boolean connected() {
        CellGrid grid = new CellGrid(prisms);
        if (grid.centrePieces().sizes().length != 1) {
            return false;
        }
        double[] whole = grid.wholePieces().sizes();
        return whole.length == 1 || (whole.length > 1 && whole[1] < SPECK * volume());
    }

    /** The smallest box around the solid, up to rounding where a cut has made the extreme. */
    public Bounds bounds() {
        return new SolidMeasure(prisms).bounds();
    }
}
