package dev.cadwright.neural.generate;

import dev.cadwright.cad.block.BlockProgram;
import java.util.List;
import java.util.Optional;

/**
 * One program that the model wrote.
 *
 * @param ids tokens, without the start and end marks
 * @param program the program they spell, unless they are malformed
 * @param finishReason {@code stop} at the end mark, {@code length} at the limit
 * @param problem why there is no program or no solid; empty for a usable candidate
 * @param distance mean distance from the input points to the candidate's surface plus that back, in the normalised
 *     frame; infinite when not measured
 */
public record Candidate(
        List<Integer> ids, Optional<BlockProgram> program, String finishReason, String problem, double distance) {
    public Candidate {
        ids = List.copyOf(ids);
    }

    public boolean usable() {
        return program.isPresent() && problem.isEmpty();
    }
}
