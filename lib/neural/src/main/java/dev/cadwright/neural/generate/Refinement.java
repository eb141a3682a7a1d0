package dev.cadwright.neural.generate;

import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.neural.nano.BlockTokens;
import java.util.List;
import java.util.Optional;

/**
 * Moves the numbers of a program to where the solid explains the input points better: deterministic coordinate descent
 * over the integers, with whole loops and edges moved before single numbers, in steps that are repeated while they
 * help. Only the input points guide it.
 */
final class Refinement {
    private static final int ROUNDS = 4;
    private static final int MOST_ATTEMPTS = 800;
    private static final int[] STEPS = {2, -2, 6, -6, 1, -1};
    private static final double LEAST_GAIN = 1e-5;

    private final CloudFit fit;
    private int[] tokens;
    private double misfit;
    private int attempts;

    private Refinement(CloudFit fit, int[] tokens, double misfit) {
        this.fit = fit;
        this.tokens = tokens;
        this.misfit = misfit;
    }

    /** The improved program, or nothing when no move helps. */
    static Optional<BlockProgram> improve(BlockProgram program, CloudFit fit) {
        if (!(BlockSolid.of(program) instanceof BlockExecution.Built built)) {
            return Optional.empty();
        }
        Refinement refinement = new Refinement(fit, BlockTokens.encode(program), fit.misfit(built.solid()));
        boolean moved = false;
        for (int round = 0; round < ROUNDS && refinement.round(); round++) {
            moved = true;
        }
        return moved && BlockTokens.decode(refinement.tokens) instanceof BlockTokens.Decoded.Program better
                ? Optional.of(better.program())
                : Optional.empty();
    }

    private boolean round() {
        boolean moved = false;
        for (List<Integer> group : NumberGroups.of(tokens)) {
            moved |= move(group);
        }
        return moved;
    }

    private boolean move(List<Integer> group) {
        boolean moved = false;
        for (int step : STEPS) {
            while (attempts < MOST_ATTEMPTS && attempt(group, step)) {
                moved = true;
            }
        }
        return moved;
    }

    private boolean attempt(List<Integer> group, int step) {
        int[] changed = tokens.clone();
        for (int position : group) {
            changed[position] += step;
            if (changed[position] < BlockTokens.FIRST_NUMBER || changed[position] >= BlockTokens.VOCABULARY) {
                return false;
            }
        }
        attempts++;
        if (!(BlockTokens.decode(changed) instanceof BlockTokens.Decoded.Program program)
                || !(BlockSolid.of(program.program()) instanceof BlockExecution.Built built)) {
            return false;
        }
        double changedMisfit = fit.misfit(built.solid());
        if (changedMisfit > misfit - LEAST_GAIN) {
            return false;
        }
        tokens = changed;
        misfit = changedMisfit;
        return true;
    }
}
