package dev.cadwright.dataset.check;

import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleDescription;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.DatasetManifest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * What is in a dataset, counted by reading it.
 *
 * @param manifest SHA-256
 * @param counts samples by split
 * @param rejected shapes left out, by reason
 * @param sources samples by source
 * @param files samples that have a file, by its name
 * @param faces of the samples that a kernel has measured
 */
public record DatasetStatistics(
        String name,
        String manifest,
        long seed,
        int shards,
        long bytes,
        SortedMap<String, Integer> counts,
        SortedMap<String, Integer> rejected,
        SortedMap<String, Integer> sources,
        SortedMap<String, Integer> files,
        Spread faces) {
    /** The least, mean and largest of some numbers; all 0 where there is none. */
    public record Spread(int count, double least, double mean, double largest) {
        static final Spread NONE = new Spread(0, 0, 0, 0);

        Spread with(double value) {
            return count == 0
                    ? new Spread(1, value, value, value)
                    : new Spread(
                            count + 1,
                            Math.min(least, value),
                            mean + (value - mean) / (count + 1),
                            Math.max(largest, value));
        }
    }

    /** @param progress is told how many samples have been read */
    public static DatasetStatistics of(Dataset dataset, IntConsumer progress) {
        SortedMap<String, Integer> sources = new TreeMap<>();
        SortedMap<String, Integer> files = new TreeMap<>();
        Spread[] faces = {Spread.NONE};
        int[] read = {0};
        DatasetManifest manifest = dataset.manifest();
        for (DatasetManifest.Shard shard : manifest.shards()) {
            dataset.each(shard, sample -> {
                faces[0] = count(sample, sources, files, faces[0]);
                progress.accept(++read[0]);
            });
        }
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Split split : Split.values()) {
            counts.put(split.text(), manifest.count(split));
        }
        return new DatasetStatistics(
                manifest.name(),
                dataset.sha256(),
                manifest.seed(),
                manifest.shards().size(),
                manifest.shards().stream()
                        .mapToLong(DatasetManifest.Shard::bytes)
                        .sum(),
                counts,
                manifest.rejected(),
                sources,
                files,
                faces[0]);
    }

    private static Spread count(Sample sample, Map<String, Integer> sources, Map<String, Integer> files, Spread faces) {
        SampleDescription description = sample.description();
        sources.merge(description.source(), 1, Integer::sum);
        for (SampleFile file : sample.files().keySet()) {
            files.merge(file.fileName(), 1, Integer::sum);
        }
        int count = description.measures().faces();
        return count == 0 ? faces : faces.with(count);
    }
}
