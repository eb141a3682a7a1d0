package dev.cadwright.dataset.access;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.shard.ShardReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A dataset in an artifact store, read lazily and in the order of its manifest. */
public final class Dataset {
    private static final int MAXIMUM_MANIFEST = 256 << 20;

    private final String sha256;
    private final DatasetManifest manifest;
    private final ArtifactStore store;

    private Dataset(String sha256, DatasetManifest manifest, ArtifactStore store) {
        this.sha256 = sha256;
        this.manifest = manifest;
        this.store = store;
    }

    /**
     * @param manifest SHA-256 of the manifest
     * @throws DatasetException if the artifact is not a manifest
     * @throws dev.cadwright.artifacts.ArtifactException if it cannot be read
     */
    public static Dataset open(String manifest, ArtifactStore store) {
        byte[] json = store.read(manifest, MAXIMUM_MANIFEST);
        try {
            return new Dataset(manifest, DatasetJson.mapper().readValue(json, DatasetManifest.class), store);
        } catch (IOException e) {
            throw new DatasetException(
                    DatasetException.Code.DATASET_CORRUPT, manifest + " is not a dataset's manifest", e);
        }
    }

    /** Stores a manifest. */
    public static ArtifactReference store(DatasetManifest manifest, ArtifactStore store) {
        try {
            return store.put(DatasetJson.mapper().writeValueAsBytes(manifest), DatasetManifest.MEDIA_TYPE);
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.STORAGE_FAILED, "cannot write the manifest", e);
        }
    }

    public String sha256() {
        return sha256;
    }

    public DatasetManifest manifest() {
        return manifest;
    }

    /** Visits the samples of a split, in order, up to {@code limit} of them. */
    public void each(Split split, int limit, Consumer<Sample> visitor) {
        int[] left = {limit};
        for (DatasetManifest.Shard shard : manifest.shards()) {
            if (left[0] > 0 && shard.counts().getOrDefault(split, 0) > 0) {
                eachOfShard(shard, sample -> sample.description().split() == split && left[0]-- > 0, visitor);
            }
        }
    }

    /**
     * Divides the first samples of a split.
     *
     * @param limit samples in all ranges at the most
     * @param size samples a range, fewer in the last
     */
    public List<SplitRange> ranges(Split split, int limit, int size) {
        int samples = Math.min(limit, manifest.count(split));
        List<SplitRange> ranges = new ArrayList<>();
        for (int from = 0; from < samples; from += size) {
            ranges.add(new SplitRange(from, Math.min(samples, from + size)));
        }
        return ranges;
    }

    /** The samples of a range, in order. */
    public List<Sample> samples(Split split, SplitRange range) {
        List<Sample> samples = new ArrayList<>();
        int[] position = {0};
        each(split, range.to(), sample -> {
            if (position[0]++ >= range.from()) {
                samples.add(sample);
            }
        });
        return samples;
    }

    /** Visits all samples of one shard that count, in order. */
    public void each(DatasetManifest.Shard shard, Consumer<Sample> visitor) {
        eachOfShard(shard, sample -> true, visitor);
    }

    private void eachOfShard(DatasetManifest.Shard shard, Predicate<Sample> wanted, Consumer<Sample> visitor) {
        try (ShardReader reader = new ShardReader(store.open(shard.sha256()))) {
            for (Optional<Sample> next = reader.next(); next.isPresent(); next = reader.next()) {
                Sample sample = next.get();
                if (!manifest.excludes(shard, sample.id()) && wanted.test(sample)) {
                    visitor.accept(sample);
                }
            }
        } catch (IOException e) {
            throw new DatasetException(
                    DatasetException.Code.DATASET_CORRUPT, "shard " + shard.sha256() + " cannot be read", e);
        }
    }
}
