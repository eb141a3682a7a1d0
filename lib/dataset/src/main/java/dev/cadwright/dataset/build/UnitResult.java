package dev.cadwright.dataset.build;

import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.manifest.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What building one unit gave.
 *
 * @param shard SHA-256 of the shard's zip; absent when no shape was kept
 * @param samples in the shard, in order
 * @param rejected shapes left out, by reason
 * @param rejections those of them that were files
 */
public record UnitResult(
        Optional<String> shard,
        long bytes,
        List<Kept> samples,
        SortedMap<String, Integer> rejected,
        List<Rejection> rejections) {
    /**
     * One sample: what is needed to find duplicates among units.
     *
     * @param signature equal for shapes that count as the same, among those that a kernel has measured and among the
     *     others
     * @param coarse equal for shapes that may be the same, whoever has measured them
     * @param kernel whether a kernel has
     */
    public record Kept(String id, Split split, String signature, String coarse, boolean kernel) {}
}
