package dev.cadwright.dataset.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.build.BuildListener;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.build.DatasetBuild;
import dev.cadwright.dataset.build.ShapeOutcome;
import dev.cadwright.dataset.build.UnitRange;
import dev.cadwright.dataset.folder.DatasetFolder;
import dev.cadwright.dataset.folder.FolderContents;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets in folders: built in parts, read again, and broken. None needs a kernel. */
class DatasetCheckTest {
    @TempDir
    Path folder;

    private DatasetFolder home;
    private KernelPool noKernel;
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void open() {
        home = DatasetFolder.create(folder);
        noKernel = new KernelPool(new KernelOptions(1, folder.resolve("no-worker"), 1, false));
    }

    @AfterEach
    void close() {
        noKernel.close();
    }

    @Test
    void aDatasetThatWasBuiltHereIsWhole() throws Exception {
        // Given
        Dataset dataset = build(new Listener(Integer.MAX_VALUE));

        // When
        int samples = check(dataset);

        // Then
        assertThat(findings).isEmpty();
        assertThat(samples)
                .isEqualTo(40
                        - dataset.manifest().rejected().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        + dataset.manifest().excluded().size());
        DatasetStatistics statistics = DatasetStatistics.of(dataset, read -> {});
        assertThat(statistics.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(statistics.sources().get("procedural"))
                .isEqualTo(statistics.files().get("points.npy"));
    }

    @Test
    void aBuildThatWasStoppedGoesOnFromItsFinishedUnitsToTheSameDataset() throws Exception {
        // Given
        Listener stopped = new Listener(25);
        assertThatThrownBy(() -> build(stopped)).hasMessage("stopped");

        // When
        Listener second = new Listener(Integer.MAX_VALUE);
        Dataset dataset = build(second);

        // Then
        assertThat(second.jumps).as("units that were not built again").isPositive();
        assertThat(second.outcomes).hasSize(40);
        Listener third = new Listener(Integer.MAX_VALUE);
        assertThat(build(third).sha256()).isEqualTo(dataset.sha256());
        assertThat(third.jumps).isEqualTo(4);
        assertThat(third.outcomes).isEqualTo(second.outcomes);
        assertThat(new DatasetBuild(specification(), home.store(), ProgramPool.around(noKernel))
                        .run(1, done -> {})
                        .sha256())
                .isEqualTo(dataset.sha256());
    }

    @Test
    void aUnitWhoseShardIsGoneIsBuiltAgain() throws Exception {
        // Given
        Dataset dataset = build(new Listener(Integer.MAX_VALUE));
        Files.delete(shard(dataset, 1));

        // When
        Listener again = new Listener(Integer.MAX_VALUE);
        build(again);

        // Then
        assertThat(again.jumps).isEqualTo(3);
        check(dataset);
        assertThat(findings).isEmpty();
    }

    @Test
    void aShardThatHasChangedIsFoundByItsDigestAndTheOthersAreStillRead() throws Exception {
        // Given
        Dataset dataset = build(new Listener(Integer.MAX_VALUE));
        byte[] bytes = Files.readAllBytes(shard(dataset, 0));
        bytes[bytes.length / 2] ^= 1;
        Files.write(shard(dataset, 0), bytes);
        Files.delete(shard(dataset, 2));

        // When
        check(dataset);

        // Then
        assertThat(findings)
                .filteredOn(finding -> finding.code().startsWith("artifact"))
                .extracting(Finding::place, Finding::code)
                .containsExactly(
                        tuple(sha(dataset, 0), "artifact_corrupt"), tuple(sha(dataset, 2), "artifact_missing"));
        assertThat(findings).extracting(Finding::code).contains("wrong_count");
    }

    @Test
    void aManifestThatTellsOtherCountsIsFound() throws Exception {
        // Given
        DatasetManifest honest = build(new Listener(Integer.MAX_VALUE)).manifest();
        var excluded = new TreeSet<>(honest.excluded());
        excluded.add("0".repeat(64) + "/nothing");
        DatasetManifest lying = new DatasetManifest(
                honest.format(),
                honest.name(),
                honest.seed(),
                honest.sources(),
                Map.of(Split.TRAIN, 1_000_000),
                honest.rejected(),
                honest.shards(),
                excluded,
                honest.rejections());
        Dataset dataset = Dataset.open(Dataset.store(lying, home.store()).sha256(), home.store());

        // When
        check(dataset);

        // Then
        assertThat(findings)
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("samples of train: the manifest tells 1000000"))
                .contains("is excluded, but no shard holds it");
    }

    @Test
    void whatADatasetFolderHoldsIsKept() throws Exception {
        // Given
        Dataset dataset = build(new Listener(Integer.MAX_VALUE));
        assertThat(DatasetFolder.isThere(folder)).isFalse();

        // When
        home.save(FolderContents.of(dataset.sha256()).withViews("0".repeat(64)));

        // Then
        DatasetFolder opened = DatasetFolder.open(folder);
        assertThat(opened.dataset().manifest()).isEqualTo(dataset.manifest());
        assertThat(opened.contents().views()).contains("0".repeat(64));
        new DerivedCheck(opened.store(), findings::add).run(opened.contents());
        assertThat(findings).extracting(Finding::code).containsExactly("artifact_missing");
    }

    @Test
    void aFolderThatHoldsNoDatasetIsRefused() throws IOException {
        assertThatThrownBy(() -> DatasetFolder.open(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is no dataset");
        Files.writeString(folder.resolve("dataset.json"), "{\"format\": \"other\"}");
        assertThatThrownBy(() -> DatasetFolder.open(folder).contents())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("does not read");
    }

    private int check(Dataset dataset) {
        return new DatasetCheck(dataset, home.store(), findings::add, read -> {}).run();
    }

    private Path shard(Dataset dataset, int index) {
        return home.store().localPath(sha(dataset, index)).orElseThrow();
    }

    private static String sha(Dataset dataset, int index) {
        return dataset.manifest().shards().get(index).sha256();
    }

    private Dataset build(Listener listener) throws Exception {
        return new DatasetBuild(specification(), home.store(), ProgramPool.around(noKernel))
                .goingOnFrom(home.units())
                .run(1, listener);
    }

    private static BuildSpecification specification() throws IOException {
        return DatasetJson.mapper().readValue("""
            {"name": "p", "seed": 5, "unitSize": 10,
             "points": {"count": 256, "sampled": 1024},
             "sources": [{"type": "procedural", "count": 40, "solids": false}]}
            """, BuildSpecification.class);
    }

    /** Counts what it is told, and stops the build after some shapes. */
    private static final class Listener implements BuildListener {
        private final int stopAfter;
        private final AtomicInteger last = new AtomicInteger();
        private final List<ShapeOutcome> outcomes = new ArrayList<>();
        private int jumps;

        Listener(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void progressed(int shapes) {
            jumps += shapes - last.getAndSet(shapes) > 1 ? 1 : 0;
            if (shapes > stopAfter) {
                throw new IllegalStateException("stopped");
            }
        }

        @Override
        public void unitDone(UnitRange unit, List<ShapeOutcome> done) {
            outcomes.addAll(done);
        }
    }
}
