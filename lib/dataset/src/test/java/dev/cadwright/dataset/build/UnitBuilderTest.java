package dev.cadwright.dataset.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.deepcad.vector.PolarAngles;
import dev.cadwright.cad.deepcad.vector.VectorFile;
import dev.cadwright.cad.deepcad.vector.VectorWriter;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import dev.cadwright.cad.procedural.ProceduralSample;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.geometry.format.NpyArray;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.SolidProperties;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.program.ProgramPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitBuilderTest {
    private static KernelPool kernel;

    @TempDir
    static Path folder;

    private static ArtifactStore store;

    @BeforeAll
    static void openKernel() {
        KernelOptions options = KernelOptions.standard();
        assumeTrue(Files.isExecutable(options.executable()), "the kernel worker is not built: ./cadwright setup");
        kernel = new KernelPool(options.withWorkers(2));
        store = new FolderArtifactStore(folder.resolve("store"));
    }

    @AfterAll
    static void closeKernel() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @Test
    void realProgramsBecomeSamplesWhoseProgramGivesTheSameSolid() throws IOException {
        // When
        List<Sample> samples = realPrograms();

        // Then
        assertThat(samples).hasSizeGreaterThan(8);
        for (Sample sample : samples) {
            Construction program = Programs.parse(
                            Language.SKETCH, sample.text(SampleFile.PROGRAM).orElseThrow())
                    .orElseThrow();
            Execution execution = kernel.execute(new Source.Program(program), Request.properties());
            assertThat(execution).as(sample.id()).isInstanceOf(Execution.Solid.class);
            double volume = ((Execution.Solid) execution).properties().occupiedVolume();
            assertThat(volume).isCloseTo(sample.description().measures().volume(), Offset.offset(1e-9 * volume));
        }
    }

    @Test
    void pointsLieInTheNormalisedCubeAndReachItsSides() throws IOException {
        // Given
        BuildSpecification build = specification("step", zip("deepcad-step"));

        // When
        List<Sample> samples = samples(build, Split.TEST);

        // Then
        assertThat(samples).hasSizeGreaterThan(40);
        for (Sample sample : samples) {
            NpyArray points = Npy.parse(sample.file(SampleFile.POINTS).orElseThrow());
            double largest = 0;
            for (double value : points.values()) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertThat(points.shape()).as(sample.id()).containsExactly(256, 3);
            assertThat(largest).as(sample.id()).isLessThanOrEqualTo(1 + 1e-6).isGreaterThan(0.95);
        }
    }

    @Test
    void aVectorIsKeptAsTheProgramThatItStandsFor() throws IOException {
        // Given
        Path json = Path.of(System.getProperty("cadwright.root"), "samples/deepcad-json/00001005.json");
        Construction construction =
                Programs.parse(Language.DEEPCAD, Files.readAllBytes(json)).orElseThrow();
        Path vector = folder.resolve("part.h5");
        VectorFile.writeHdf(
                vector, VectorWriter.write(construction, PolarAngles.CORRECTED).orElseThrow());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("part.h5"));
            zip.write(Files.readAllBytes(vector));
        }
        String folder = store.put(bytes.toByteArray(), "application/zip").sha256();

        // When
        Sample sample = samples(specification("folder", folder), Split.TEST).getFirst();

        // Then
        String text = sample.text(SampleFile.original(Language.DEEPCAD)).orElseThrow();
        assertThat(Programs.parse(Language.DEEPCAD, text).orElseThrow().withoutSpans())
                .isEqualTo(Programs.parse(
                                Language.SKETCH, sample.text(SampleFile.PROGRAM).orElseThrow())
                        .orElseThrow()
                        .withoutSpans());
    }

    @Test
    void aRepeatedUnitGivesTheSameShard() throws IOException {
        // Given
        BuildSpecification build = DatasetJson.mapper().readValue("""
            {"name": "p", "seed": 7, "sources": [{"type": "procedural", "count": 12, "split": "train"}]}
            """, BuildSpecification.class);
        UnitRange range = UnitRange.of(build, store).getFirst();

        // When
        UnitResult first = new UnitBuilder(build, store, ProgramPool.around(kernel)).build(range, done -> {});
        UnitResult second = new UnitBuilder(build, store, ProgramPool.around(kernel)).build(range, done -> {});

        // Then
        assertThat(first.samples()).hasSize(12);
        assertThat(first.rejected()).isEmpty();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aProceduralSampleKeepsItsBlockProgram() throws IOException {
        // Given
        BuildSpecification build = DatasetJson.mapper().readValue("""
            {"name": "p", "sources": [{"type": "procedural", "count": 3, "split": "train"}]}
            """, BuildSpecification.class);

        // When
        List<Sample> samples = samples(build, Split.TRAIN);

        // Then
        assertThat(samples).hasSize(3);
        assertThat(samples).allSatisfy(sample -> assertThat(
                        BlockText.parse(sample.text(SampleFile.BLOCKS).orElseThrow()))
                .isInstanceOf(Parse.Ok.class));
    }

    @Test
    void theKernelAgreesWithWhatBlockProgramsSayOfThemselves() {
        // Given
        ProceduralGenerator generator = new ProceduralGenerator(17);

        for (int i = 0; i < 100; i++) {
            ProceduralSample sample = generator.sample(i);

            // When
            Execution execution =
                    kernel.execute(new Source.Program(Blocks.toConstruction(sample.program())), Request.properties());

            // Then
            assertThat(execution).as(BlockText.print(sample.program())).isInstanceOf(Execution.Solid.class);
            SolidProperties properties = ((Execution.Solid) execution).properties();
            Bounds bounds = properties.bounds();
            double box = bounds.size().x() * bounds.size().y() * bounds.size().z();
            assertThat(properties.solids()).isEqualTo(1);
            assertThat(sample.solid().volume()).isCloseTo(properties.volume(), Offset.offset(0.003 * box));
            assertThat(sample.solid().area()).isCloseTo(properties.area(), Offset.offset(0.03 * properties.area()));
            assertThat(sample.solid().bounds().min().distanceTo(bounds.min())).isLessThan(0.01);
            assertThat(sample.solid().bounds().max().distanceTo(bounds.max())).isLessThan(0.01);
        }
    }

    @Test
    void theBlockProgramsOfRealPartsPassThroughTheirPoints() throws IOException {
        // When
        List<Sample> samples = realPrograms();

        // Then
        int close = 0;
        for (Sample sample : samples) {
            Optional<BlockProgram> blocks = sample.text(SampleFile.BLOCKS)
                    .map(text -> BlockText.parse(text).orElseThrow());
            if (blocks.isPresent()
                    && BlockSolid.of(blocks.get()) instanceof BlockExecution.Built(BlockSolid solid)
                    && sharesBoundary(
                            solid, Npy.parse(sample.file(SampleFile.POINTS).orElseThrow()))) {
                close++;
            }
        }
        assertThat(close).isGreaterThan(8);
    }

    /** Whether nearly all points have inside and outside within the rounding of a program's coordinates. */
    private static boolean sharesBoundary(BlockSolid solid, NpyArray points) {
        int near = 0;
        for (int i = 0; i < points.values().length; i += 3) {
            int inside = 0;
            for (int corner = 0; corner < 8; corner++) {
                inside += solid.contains(
                                100 * points.values()[i] + ((corner & 1) - 0.5) * 2.2,
                                100 * points.values()[i + 1] + ((corner >> 1 & 1) - 0.5) * 2.2,
                                100 * points.values()[i + 2] + ((corner >> 2) - 0.5) * 2.2)
                        ? 1
                        : 0;
            }
            near += inside > 0 && inside < 8 ? 1 : 0;
        }
        return near > 0.9 * points.values().length / 3;
    }

    private static List<Sample> realPrograms() throws IOException {
        return samples(specification("deepcad", zip("deepcad-json")), Split.TEST);
    }

    private static List<Sample> samples(BuildSpecification build, Split split) {
        List<UnitResult> units = UnitRange.of(build, store).stream()
                .map(range -> new UnitBuilder(build, store, ProgramPool.around(kernel)).build(range, done -> {}))
                .toList();
        DatasetManifest manifest = ManifestBuilder.join(build, units);
        Dataset dataset = Dataset.open(Dataset.store(manifest, store).sha256(), store);
        List<Sample> samples = new ArrayList<>();
        dataset.each(split, Integer.MAX_VALUE, samples::add);
        return samples;
    }

    private static BuildSpecification specification(String type, String zip) throws IOException {
        return DatasetJson.mapper().readValue("""
            {"name": "real", "sources": [{"type": "%s", "artifact": "%s", "split": "test"}]}
            """.formatted(type, zip), BuildSpecification.class);
    }

    private static String zip(String sample) throws IOException {
        Path samples = Path.of(System.getProperty("cadwright.root"), "samples", sample);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.list(samples)) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return store.put(bytes.toByteArray(), "application/zip").sha256();
    }
}
