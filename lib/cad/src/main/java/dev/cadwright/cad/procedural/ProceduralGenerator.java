package dev.cadwright.cad.procedural;

import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.Optional;

/**
 * Random sketch-and-extrude programs, drawn until one is worth keeping. Sample {@code index} depends on the seed and
 * the index alone, so samples may be drawn in any order and on any number of threads. The distributions and what is
 * rejected are described in {@code docs/procedural.md}.
 */
public final class ProceduralGenerator {
    /** The longest program kept, in tokens of the compact form with its end token. */
    public static final int LONGEST = 80;

    private static final int MOST_DRAFTS = 10_000;

    private final long seed;

    public ProceduralGenerator(long seed) {
        this.seed = seed;
    }

    public long seed() {
        return seed;
    }

    public ProceduralSample sample(long index) {
        Draws draws = new Draws(seed, index);
        for (int draft = 0; draft < MOST_DRAFTS; draft++) {
            if (judge(BodyDraft.draw(draws)) instanceof Verdict.Kept(ProceduralSample sample)) {
                return sample;
            }
        }
        throw new IllegalStateException("no draft of " + MOST_DRAFTS + " was worth keeping: that cannot be chance");
    }

    /** What became of a draft. */
    sealed interface Verdict {
        record Kept(ProceduralSample sample) implements Verdict {}

        record Rejected(Reason reason) implements Verdict {}
    }

    enum Reason {
        /** Loops that touch, cross, enclose nothing or lie outside of the outer one, in the draft or once rounded. */
        BROKEN,
        /** A height, side or radius below 2 once rounded, or something out of range. */
        ROUNDED_AWAY,
        TOO_LONG,
        /** A block that changes the volume by less than 0.5 %. */
        IDLE_BLOCK,
        /** Rounding has moved the body off the middle, or a side is below 3. */
        OFF_CENTRE,
        /** Less than 0.4 % of its bounding box. */
        TOO_THIN,
        DISCONNECTED
    }

    static Verdict judge(BlockProgram draft) {
        BlockProgram fine = Blocks.canonical(draft);
        if (!(BlockSolid.of(fine) instanceof BlockExecution.Built(BlockSolid drafted))) {
            return new Verdict.Rejected(Reason.BROKEN);
        }
        Optional<BlockProgram> rounded = Rounding.round(fine, drafted.bounds());
        if (rounded.isEmpty()) {
            return new Verdict.Rejected(Reason.ROUNDED_AWAY);
        }
        BlockProgram program = Blocks.canonical(rounded.get());
        if (Blocks.tokenCount(program) > LONGEST) {
            return new Verdict.Rejected(Reason.TOO_LONG);
        }
        boolean whole = program.blocks().stream().allMatch(block -> Blocks.faceCount(block) == 1);
        if (!whole || !(BlockSolid.of(program) instanceof BlockExecution.Built(BlockSolid solid))) {
            return new Verdict.Rejected(Reason.BROKEN);
        }
        return defect(solid)
                .<Verdict>map(Verdict.Rejected::new)
                .orElseGet(() -> new Verdict.Kept(new ProceduralSample(program, solid)));
    }

    private static Optional<Reason> defect(BlockSolid solid) {
        double[] volumes = solid.volumesByBlock();
        for (int i = 1; i < volumes.length; i++) {
            if (Math.abs(volumes[i] - volumes[i - 1]) < 0.005 * volumes[i - 1]) {
                return Optional.of(Reason.IDLE_BLOCK);
            }
        }
        Bounds bounds = solid.bounds();
        Vector3 size = bounds.size();
        Vector3 twiceCentre = bounds.min().plus(bounds.max());
        double least = Math.min(size.x(), Math.min(size.y(), size.z()));
        double aside =
                Math.max(Math.abs(twiceCentre.x()), Math.max(Math.abs(twiceCentre.y()), Math.abs(twiceCentre.z())));
        if (Math.abs(bounds.longestSide() - 2 * BlockProgram.LIMIT) > 1.5 || aside > 2.1 || least < 3) {
            return Optional.of(Reason.OFF_CENTRE);
        }
        if (solid.volume() < 0.004 * size.x() * size.y() * size.z()) {
            return Optional.of(Reason.TOO_THIN);
        }
        return solid.connected() ? Optional.empty() : Optional.of(Reason.DISCONNECTED);
    }
}
