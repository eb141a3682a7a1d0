package dev.cadwright.neural.generate;

import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.neural.nano.BlockTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves the numbers of a program, one at a time, to where the solid explains the input points better: deterministic
 * coordinate descent over the integers, with steps that grow while they help and shrink when they do not. Only the
 * input points guide it.
 */
final class Refinement {
    private static final int ROUNDS = 4;
    private static final int[] STEPS = {1, -1, 3, -3, 8, -8};
    private static final double LEAST_GAIN = 1e-5;

    private final CloudFit fit;
    private int[] tokens;
    private double misfit;

    private Refinement(CloudFit fit, int[] tokens, double misfit) {
        this.fit = fit;
        this.tokens = tokens;
        this.misfit = misfit;
    }

    /** The improved program, or nothing when no move helps. */
    static Optional<Candidate> improve(Candidate candidate, CloudFit fit) {
        BlockProgram program = candidate.program().orElseThrow();
        if (!(BlockSolid.of(program) instanceof BlockExecution.Built built)) {
            return Optional.empty();
        }
        Refinement refinement = new Refinement(fit, BlockTokens.encode(program), fit.misfit(built.solid()));
        boolean moved = false;
        for (int round = 0; round < ROUNDS && refinement.round(); round++) {
            moved = true;
        }
        return moved ? refinement.result(candidate) : Optional.empty();
    }

    private boolean round() {
        boolean moved = false;
        for (int position = 0; position < tokens.length; position++) {
            if (tokens[position] >= BlockTokens.FIRST_NUMBER) {
                moved |= move(position);
            }
        }
        return moved;
    }

    private boolean move(int position) {
        boolean moved = false;
        for (int step : STEPS) {
            while (attempt(position, step)) {
                moved = true;
            }
        }
        return moved;
    }

    private boolean attempt(int position, int step) {
        int token = tokens[position] + step;
        if (token < BlockTokens.FIRST_NUMBER || token >= BlockTokens.VOCABULARY) {
            return false;
        }
        int[] changed = tokens.clone();
        changed[position] = token;
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

    private Optional<Candidate> result(Candidate before) {
        if (!(BlockTokens.decode(tokens) instanceof BlockTokens.Decoded.Program program)
                || !(BlockSolid.of(program.program()) instanceof BlockExecution.Built built)) {
            return Optional.empty();
        }
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < tokens.length - 1; i++) {
            ids.add(tokens[i]);
        }
        return Optional.of(new Candidate(
                ids, Optional.of(program.program()), before.finishReason(), "", fit.distance(built.solid())));
    }
}
