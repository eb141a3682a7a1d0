package dev.cadwright.neural.decoding;

import dev.cadwright.neural.NeuralException;
import java.util.Set;

/**
 * How a beam search goes. The definitions are those of transformers.
 *
 * @param beams texts followed at once
 * @param returned best texts returned, at most as many as there are beams
 * @param maximum tokens at the most
 * @param ends tokens that end a text
 * @param lengthPenalty the exponent of the length by which a text's summed log-probability is divided; above 0 favours
 *     long texts
 * @param patience when to stop looking
 */
public record BeamSettings(
        int beams, int returned, int maximum, Set<Integer> ends, double lengthPenalty, Patience patience) {
    /** When the search is over, given as many finished texts as beams. */
    public enum Patience {
        /** At once ({@code early_stopping: true}). */
        NONE,
        /** When the best unfinished text, at its present length, is worse than all of them ({@code false}). */
        SOME,
        /** When no unfinished text can become better at any length ({@code "never"}). */
        ALL
    }

    /** @throws NeuralException {@code bad_sampling} */
    public BeamSettings {
        ends = Set.copyOf(ends);
        if (beams < 1 || beams > 1024 || returned < 1 || returned > beams || maximum < 1) {
            throw new NeuralException(
                    "bad_sampling", "a beam search needs 1 to 1024 beams, and returns at most as many texts");
        }
    }
}
