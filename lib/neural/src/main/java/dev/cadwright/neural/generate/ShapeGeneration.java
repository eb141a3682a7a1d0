package dev.cadwright.neural.generate;

import java.util.List;
import java.util.Optional;

/**
 * What became of one cloud.
 *
 * @param chosen index of the chosen candidate, 0 when none is usable
 * @param refined the chosen program with its numbers moved to fit the input, when that was asked for and helped
 */
public record ShapeGeneration(
        int index, List<Candidate> candidates, int chosen, Optional<Candidate> refined, double seconds) {
    public ShapeGeneration {
        candidates = List.copyOf(candidates);
    }

    /** The answer: the refined program where there is one, else the chosen candidate. */
    public Candidate answer() {
        return refined.orElse(candidates.get(chosen));
    }
}
