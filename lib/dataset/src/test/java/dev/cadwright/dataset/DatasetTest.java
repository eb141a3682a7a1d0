package dev.cadwright.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.shard.ShardWriter;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    @TempDir
    Path folder;

    @Test
    void aDatasetGivesItsSamplesInOrderWithoutTheExcludedOnes() throws IOException {
        // Given
        ArtifactStore store = new FolderArtifactStore(folder);
        byte[] shard = shard(sample("a", Split.TRAIN), sample("b", Split.TRAIN), sample("c", Split.TEST));
        String manifest = manifest(store, shard, "b");

        // When
        Dataset dataset = Dataset.open(manifest, store);

        // Then
        assertThat(ids(dataset, Split.TRAIN)).containsExactly("a");
        assertThat(ids(dataset, Split.TEST)).containsExactly("c");
        assertThat(ids(dataset, Split.VALIDATION)).isEmpty();
        assertThat(dataset.manifest().count(Split.TRAIN)).isEqualTo(1);
    }

    @Test
    void filesComeBackAsTheyWereStored() throws IOException {
        // Given
        ArtifactStore store = new FolderArtifactStore(folder);
        Sample written = sample("a", Split.TRAIN);
        Dataset dataset = Dataset.open(manifest(store, shard(written)), store);

        // When
        List<Sample> read = new ArrayList<>();
        dataset.each(Split.TRAIN, Integer.MAX_VALUE, read::add);

        // Then
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().description()).isEqualTo(written.description());
        assertThat(read.getFirst().text(SampleFile.PROGRAM)).isEqualTo(written.text(SampleFile.PROGRAM));
        assertThat(read.getFirst().file(SampleFile.SOLID)).isEmpty();
    }

    @Test
    void theSameSamplesGiveTheSameBytes() throws IOException {
        assertThat(shard(sample("a", Split.TRAIN))).isEqualTo(shard(sample("a", Split.TRAIN)));
    }

    @Test
    void whatIsNoManifestIsRefused() {
        // Given
        ArtifactStore store = new FolderArtifactStore(folder);
        String text = store.put("hello".getBytes(StandardCharsets.UTF_8), "text/plain")
                .sha256();

        // When, Then
        assertThatThrownBy(() -> Dataset.open(text, store))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is not a dataset's manifest");
    }

    private static List<String> ids(Dataset dataset, Split split) {
        List<String> ids = new ArrayList<>();
        dataset.each(split, Integer.MAX_VALUE, sample -> ids.add(sample.id()));
        return ids;
    }

    private static String manifest(ArtifactStore store, byte[] shard, String... excluded) {
        ArtifactReference stored = store.put(shard, DatasetManifest.Shard.MEDIA_TYPE);
        Map<Split, Integer> counts = Map.of(Split.TRAIN, 1, Split.TEST, 1);
        return Dataset.store(
                        new DatasetManifest(
                                DatasetManifest.FORMAT,
                                "parts",
                                0,
                                List.of(),
                                counts,
                                new TreeMap<>(Map.of("duplicate", excluded.length)),
                                List.of(new DatasetManifest.Shard(stored.sha256(), 3, stored.size(), counts)),
                                Arrays.stream(excluded)
                                        .map(id -> DatasetManifest.place(stored.sha256(), id))
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                List.of()),
                        store)
                .sha256();
    }

    private static byte[] shard(Sample... samples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ShardWriter writer = new ShardWriter(out)) {
            for (Sample sample : samples) {
                writer.write(sample);
            }
        }
        return out.toByteArray();
    }

    private static Sample sample(String id, Split split) {
        Bounds bounds = new Bounds(Vector3.ZERO, new Vector3(4, 2, 1));
        SampleDescription description = new SampleDescription(
                id,
                split,
                "test",
                "sketch",
                NormalisingFrame.of(bounds),
                new ShapeMeasures(8, 28, bounds, 1, 6, 12, 8),
                "v8");
        return new Sample(
                description, Map.of(SampleFile.PROGRAM, ("# program of " + id).getBytes(StandardCharsets.UTF_8)));
    }
}
