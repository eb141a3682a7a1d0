package dev.cadwright.neural.parallel;

import dev.cadwright.neural.NeuralException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A process's place in a data-parallel training, handed down by its parent in the environment.
 *
 * @param rank from 0
 * @param size how many processes there are
 * @param folder a folder that only this user may enter, where the processes meet
 */
public record Member(int rank, int size, Path folder) {
    static final String RANK = "CADWRIGHT_RANK";
    static final String SIZE = "CADWRIGHT_WORLD_SIZE";
    static final String FOLDER = "CADWRIGHT_RENDEZVOUS";

    public Member {
        if (size < 2 || rank < 0 || rank >= size) {
            throw new NeuralException("bad_member", "process " + rank + " of " + size + " cannot be");
        }
    }

    /** The environment that makes a child this member. */
    public Map<String, String> environment() {
        return Map.of(RANK, Integer.toString(rank), SIZE, Integer.toString(size), FOLDER, folder.toString());
    }

    /** This process's place by its environment; empty for a process alone. */
    public static Optional<Member> fromEnvironment(Map<String, String> environment) {
        if (!environment.containsKey(SIZE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Member(
                    Integer.parseInt(environment.getOrDefault(RANK, "")),
                    Integer.parseInt(environment.get(SIZE)),
                    Path.of(environment.getOrDefault(FOLDER, ""))));
        } catch (NumberFormatException e) {
            throw new NeuralException("bad_member", RANK + " and " + SIZE + " must be numbers");
        }
    }
}
