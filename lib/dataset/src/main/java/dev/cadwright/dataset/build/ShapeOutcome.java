package dev.cadwright.dataset.build;

import dev.cadwright.dataset.Split;
import java.util.Optional;

/**
 * What became of one shape of a source, before duplicates among units are known.
 *
 * @param split of the sample made; absent when none was
 * @param rejected why none was made: an execution category, {@code degenerate} or {@code same_name}
 */
public record ShapeOutcome(String id, Optional<Split> split, Optional<String> rejected) {
    static ShapeOutcome made(String id, Split split) {
        return new ShapeOutcome(id, Optional.of(split), Optional.empty());
    }

    static ShapeOutcome rejected(String id, String reason) {
        return new ShapeOutcome(id, Optional.empty(), Optional.of(reason));
    }
}
