package dev.cadwright.neural.model;

import dev.cadwright.neural.checkpoint.Checkpoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Finds tensors under the names that different versions of transformers, and checkpoints of a model without its head,
 * have for them.
 */
record KeyNames(Checkpoint checkpoint, List<Rename> renames) {
    /** A beginning of names that is written in another way elsewhere. */
    record Rename(String from, String to) {}

    Optional<String> find(String name) {
        if (checkpoint.has(name)) {
            return Optional.of(name);
        }
        return spellings(name, renames).stream().filter(checkpoint::has).findFirst();
    }

    static SequencedSet<String> spellings(String name, List<Rename> renames) {
        SequencedSet<String> candidates = new LinkedHashSet<>(List.of(name));
        for (Rename rename : renames) {
            for (String candidate : List.copyOf(candidates)) {
                if (candidate.startsWith(rename.from())) {
                    candidates.add(
                            rename.to() + candidate.substring(rename.from().length()));
                }
            }
        }
        return candidates;
    }
}
