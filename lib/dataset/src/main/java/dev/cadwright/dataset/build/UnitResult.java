package dev.cadwright.dataset.build;

import dev.cadwright.dataset.Split;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What building one unit gave.
 *
 * @param shard SHA-256 of the shard's zip; absent when no shape was kept
 * @param samples in the shard, in order
 * @param rejected shapes left out, by reason
 */
public record UnitResult(Optional<String> shard, long bytes, List<Kept> samples, SortedMap<String, Integer> rejected) {
    /** One sample: what is needed to find duplicates among units. */
    public record Kept(String id, Split split, String signature) {}
}
