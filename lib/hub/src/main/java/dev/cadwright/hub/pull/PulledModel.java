package dev.cadwright.hub.pull;

import dev.cadwright.hub.cache.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * A model that is here now.
 *
 * @param bytes of all its files
 * @param fetched bytes that came over the wire for it
 * @param leftOut what the repository has besides
 * @param licence as the hub or the card says
 */
public record PulledModel(
        Snapshot snapshot, long bytes, long fetched, List<Selection.LeftOut> leftOut, Optional<String> licence) {
    public PulledModel {
        leftOut = List.copyOf(leftOut);
    }
}
