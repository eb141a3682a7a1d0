package dev.cadwright.dataset.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.geometry.format.NpyArray;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets that need no kernel: the pool of these tests could not start a worker. */
class DatasetBuildTest {
    @TempDir
    Path folder;

    private ArtifactStore store;
    private KernelPool noKernel;

    @BeforeEach
    void open() {
        store = new FolderArtifactStore(folder);
        noKernel = new KernelPool(new KernelOptions(1, folder.resolve("no-worker"), 1, false));
    }

    @AfterEach
    void close() {
        noKernel.close();
    }

    @Test
    void theManifestDependsNeitherOnThreadsNorOnTheRun() throws Exception {
        // Given
        BuildSpecification build = specification(40, "");
        ConcurrentLinkedQueue<Integer> progress = new ConcurrentLinkedQueue<>();

        // When
        Dataset first = new DatasetBuild(build, store, ProgramPool.around(noKernel)).run(1, done -> {});
        Dataset second = new DatasetBuild(build, store, ProgramPool.around(noKernel)).run(3, progress::add);

        // Then
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(first.manifest().shards()).hasSize(4);
        assertThat(progress).hasSize(40).contains(1, 40);
    }

    @Test
    void generatedShapesWithoutSolidsHaveProgramsAndPointsOnTheirSurface() throws Exception {
        // Given
        BuildSpecification build = specification(12, "\"split\": \"train\",");

        // When
        List<Sample> samples =
                samples(new DatasetBuild(build, store, ProgramPool.around(noKernel)).run(2, done -> {}), Split.TRAIN);

        // Then
        assertThat(samples).hasSizeGreaterThan(8);
        for (Sample sample : samples) {
            assertThat(sample.files()).containsOnlyKeys(SampleFile.BLOCKS, SampleFile.POINTS, SampleFile.PROGRAM);
            BlockSolid solid = solid(sample);
            assertThat(sample.description().measures().volume()).isEqualTo(solid.volume());
            NpyArray points = Npy.parse(sample.file(SampleFile.POINTS).orElseThrow());
            assertThat(points.shape()).containsExactly(256, 3);
            assertThat(farFromBoundary(points, sample, solid)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void splitsFollowTheSharesAndDependOnTheSeed() throws Exception {
        // Given
        BuildSpecification build = specification(300, "");

        // When
        Dataset dataset = new DatasetBuild(build, store, ProgramPool.around(noKernel)).run(2, done -> {});

        // Then
        int total = 0;
        Set<String> signatures = new HashSet<>();
        for (Split split : Split.values()) {
            total += dataset.manifest().count(split);
            dataset.each(split, Integer.MAX_VALUE, sample -> assertThat(
                            signatures.add(sample.description().signature()))
                    .isTrue());
        }
        assertThat(signatures).hasSize(total);
        assertThat(total + dataset.manifest().rejected().get("duplicate")).isEqualTo(300);
        assertThat(dataset.manifest().count(Split.TRAIN) / (double) total).isCloseTo(0.5, within(0.1));
        assertThat(dataset.manifest().count(Split.TEST) / (double) total).isCloseTo(0.25, within(0.1));
    }

    private static BlockSolid solid(Sample sample) {
        var program =
                BlockText.parse(sample.text(SampleFile.BLOCKS).orElseThrow()).orElseThrow();
        BlockExecution execution = BlockSolid.of(program);
        assertThat(execution).isInstanceOf(BlockExecution.Built.class);
        return ((BlockExecution.Built) execution).solid();
    }

    /** Points none of whose neighbours at a hundredth of the units lies on the other side. */
    private static int farFromBoundary(NpyArray points, Sample sample, BlockSolid solid) {
        var frame = sample.description().frame();
        int far = 0;
        for (int i = 0; i < points.values().length; i += 3) {
            Vector3 point = new Vector3(points.values()[i], points.values()[i + 1], points.values()[i + 2])
                    .times(1 / frame.scale())
                    .plus(frame.centre());
            int inside = 0;
            for (int corner = 0; corner < 8; corner++) {
                inside += solid.contains(
                                point.x() + ((corner & 1) - 0.5) * 0.02,
                                point.y() + ((corner >> 1 & 1) - 0.5) * 0.02,
                                point.z() + ((corner >> 2) - 0.5) * 0.02)
                        ? 1
                        : 0;
            }
            far += inside == 0 || inside == 8 ? 1 : 0;
        }
        return far;
    }

    private static List<Sample> samples(Dataset dataset, Split split) {
        List<Sample> samples = new ArrayList<>();
        dataset.each(split, Integer.MAX_VALUE, samples::add);
        return samples;
    }

    private static BuildSpecification specification(int count, String split) throws IOException {
        return DatasetJson.mapper().readValue("""
            {"name": "p", "seed": 5, "unitSize": 10,
             "splits": {"train": 0.5, "validation": 0.25, "test": 0.25},
             "points": {"count": 256, "sampled": 1024},
             "sources": [{"type": "procedural", "count": %d, %s "solids": false}]}
            """.formatted(count, split), BuildSpecification.class);
    }
}
