package dev.cadwright.dataset.check;

import dev.cadwright.artifacts.ArtifactException;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.shard.ShardReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Reads a whole dataset again: every shard's digest, size and counts, every sample's files, and that what the manifest
 * excludes is there to be excluded.
 */
public final class DatasetCheck {
    private final Dataset dataset;
    private final ArtifactStore store;
    private final Consumer<Finding> findings;
    private final IntConsumer progress;
    private final Map<Split, Integer> counts = new EnumMap<>(Split.class);
    private final Set<String> ids = new HashSet<>();
    private final Set<String> excluded = new HashSet<>();
    private int samples;

    /**
     * @param findings is told what is wrong as it is found
     * @param progress is told how many samples have been read
     */
    public DatasetCheck(Dataset dataset, ArtifactStore store, Consumer<Finding> findings, IntConsumer progress) {
        this.dataset = dataset;
        this.store = store;
        this.findings = findings;
        this.progress = progress;
    }

    /** @return how many samples were read, excluded ones included */
    public int run() {
        DatasetManifest manifest = dataset.manifest();
        for (DatasetManifest.Shard shard : manifest.shards()) {
            check(shard);
        }
        for (Split split : Split.values()) {
            compare(
                    dataset.sha256(),
                    "samples of " + split.text(),
                    manifest.count(split),
                    counts.getOrDefault(split, 0));
        }
        for (String place : manifest.excluded()) {
            if (!excluded.contains(place)) {
                findings.accept(new Finding(place, "missing_sample", "is excluded, but no shard holds it"));
            }
        }
        return samples;
    }

    private void check(DatasetManifest.Shard shard) {
        try {
            store.verify(shard.sha256());
            if (!store.size(shard.sha256()).equals(OptionalLong.of(shard.bytes()))) {
                findings.accept(
                        new Finding(shard.sha256(), "wrong_size", "has not the " + shard.bytes() + " bytes told"));
            }
            read(shard);
        } catch (ArtifactException e) {
            findings.accept(new Finding(shard.sha256(), e.code().word(), e.getMessage()));
        } catch (DatasetException | IOException e) {
            findings.accept(new Finding(shard.sha256(), "dataset_corrupt", String.valueOf(e.getMessage())));
        }
    }

    private void read(DatasetManifest.Shard shard) throws IOException {
        Map<Split, Integer> inShard = new EnumMap<>(Split.class);
        int read = 0;
        try (ShardReader reader = new ShardReader(store.open(shard.sha256()))) {
            for (Optional<Sample> next = reader.next(); next.isPresent(); next = reader.next()) {
                check(shard, next.get(), inShard);
                read++;
                progress.accept(++samples);
            }
        }
        compare(shard.sha256(), "samples", shard.samples(), read);
        for (Split split : Split.values()) {
            int found = inShard.getOrDefault(split, 0);
            compare(shard.sha256(), "samples of " + split.text(), shard.counts().getOrDefault(split, 0), found);
            counts.merge(split, found, Integer::sum);
        }
    }

    private void check(DatasetManifest.Shard shard, Sample sample, Map<Split, Integer> inShard) {
        if (dataset.manifest().excludes(shard, sample.id())) {
            excluded.add(DatasetManifest.place(shard.sha256(), sample.id()));
            return;
        }
        inShard.merge(sample.description().split(), 1, Integer::sum);
        if (!ids.add(sample.id())) {
            findings.accept(new Finding(sample.id(), "same_name", "two samples have this id"));
        }
        SampleCheck.of(sample).forEach(findings);
    }

    private void compare(String place, String what, int told, int found) {
        if (told != found) {
            findings.accept(
                    new Finding(place, "wrong_count", what + ": the manifest tells " + told + ", there are " + found));
        }
    }
}
