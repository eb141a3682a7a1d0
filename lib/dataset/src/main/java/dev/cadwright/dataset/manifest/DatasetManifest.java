package dev.cadwright.dataset.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.dataset.Split;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a dataset is made of: the artifact that its name stands for. Samples are in {@code shards}, in order; those of
 * {@code excluded} (duplicates, see {@link #place}) do not count, though their shard still holds them.
 *
 * @param sources as asked for, see {@code docs/jobs-kinds.md}
 * @param counts samples kept
 * @param rejected shapes left out, by reason
 * @param rejections those of them that were files, by name; generated shapes are only counted
 */
public record DatasetManifest(
        String format,
        String name,
        long seed,
        List<JsonNode> sources,
        Map<Split, Integer> counts,
        SortedMap<String, Integer> rejected,
        List<Shard> shards,
        SortedSet<String> excluded,
        List<Rejection> rejections) {
    public static final String FORMAT = "cadwright.dataset.v1";
    public static final String MEDIA_TYPE = "application/vnd.cadwright.dataset+json";

    /**
     * One zip of samples.
     *
     * @param sha256 of the artifact
     * @param samples in it, excluded ones included
     */
    public record Shard(String sha256, int samples, long bytes, Map<Split, Integer> counts) {
        public static final String MEDIA_TYPE = "application/vnd.cadwright.dataset-shard+zip";

        public Shard {
            Objects.requireNonNull(sha256, "sha256");
            counts = Map.copyOf(counts);
        }
    }

    public DatasetManifest {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("not a manifest of the form " + FORMAT + ": " + format);
        }
        Objects.requireNonNull(name, "name");
        sources = List.copyOf(sources);
        counts = Map.copyOf(counts);
        rejected = new TreeMap<>(rejected);
        shards = List.copyOf(shards);
        excluded = new TreeSet<>(excluded);
        rejections = rejections == null ? List.of() : List.copyOf(rejections);
    }

    /** How {@code excluded} names a sample: by its shard and its id, since shards may share ids. */
    public static String place(String shard, String sample) {
        return shard + "/" + sample;
    }

    public boolean excludes(Shard shard, String sample) {
        return excluded.contains(place(shard.sha256(), sample));
    }

    public int count(Split split) {
        return counts.getOrDefault(split, 0);
    }
}
