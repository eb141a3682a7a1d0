package dev.cadwright.service.render;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.NormalisingFrame;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleDescription;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.ShapeMeasures;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.shard.ShardWriter;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.kernel.Deflection;
import dev.cadwright.kernel.Execution;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Request;
import dev.cadwright.kernel.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Datasets written by hand, so that samples can have what no build would give them. */
final class Shapes {
    /** An L with a hole. */
    static final String BLOCK = """
            sketch = Sketch()
            sketch.add_line(start=(0, 0), end=(40, 0))
            sketch.add_line(start=(40, 0), end=(40, 10))
            sketch.add_line(start=(40, 10), end=(15, 10))
            sketch.add_line(start=(15, 10), end=(15, 30))
            sketch.add_line(start=(15, 30), end=(0, 30))
            sketch.add_line(start=(0, 30), end=(0, 0))
            sketch.add_hole()
            sketch.add_circle(center=(7, 7), radius=3)
            extrude = Extrude(sketch, distance=12, operation="new_body")
            """;

    static final String SELF_CROSSING = """
            sketch = Sketch()
            sketch.add_line(start=(0, 0), end=(10, 10))
            sketch.add_line(start=(10, 10), end=(10, 0))
            sketch.add_line(start=(10, 0), end=(0, 10))
            sketch.add_line(start=(0, 10), end=(0, 0))
            extrude = Extrude(sketch, distance=12, operation="new_body")
            """;

    private final ArtifactStore artifacts;
    private final List<DatasetManifest.Shard> shards = new ArrayList<>();

    Shapes(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /** The block, known by this file alone. */
    static Sample block(String id, SampleFile known) {
        byte[] content =
                switch (known) {
                    case PROGRAM -> BLOCK.getBytes(StandardCharsets.UTF_8);
                    case MESH -> Stl.encode(Made.SOLID.mesh().orElseThrow());
                    case SOLID -> Made.SOLID.step().orElseThrow();
                    case BLOCKS, CADQUERY, DEEPCAD, FUSION360, INCLUDED, OPENECAD, OPENSCAD, POINTS, SKETCH ->
                        throw new IllegalArgumentException("no surface: " + known);
                };
        return with(id, Map.of(known, content));
    }

    static Sample with(String id, Map<SampleFile, byte[]> files) {
        Vector3 origin = new Vector3(0, 0, 0);
        ShapeMeasures measures = new ShapeMeasures(1, 1, new Bounds(origin, new Vector3(1, 1, 1)), 1, 1, 1, 1);
        NormalisingFrame frame = new NormalisingFrame(origin, 1);
        return new Sample(new SampleDescription(id, Split.TRAIN, "step", "", frame, measures, id), files);
    }

    static Sample test(Sample sample) {
        SampleDescription is = sample.description();
        return new Sample(
                new SampleDescription(
                        is.id(), Split.TEST, is.source(), is.language(), is.frame(), is.measures(), is.signature()),
                sample.files());
    }

    /** One triangle that is a point. */
    static byte[] pointStl() {
        return Stl.encode(new Mesh(new double[9], new int[] {0, 1, 2}));
    }

    static byte[] infiniteStl() {
        byte[] stl = pointStl();
        ByteBuffer.wrap(stl).order(ByteOrder.LITTLE_ENDIAN).putFloat(96, Float.POSITIVE_INFINITY);
        return stl;
    }

    Shapes shard(Sample... samples) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ShardWriter writer = new ShardWriter(bytes)) {
            for (Sample sample : samples) {
                writer.write(sample);
            }
        }
        ArtifactReference zip = artifacts.put(bytes.toByteArray(), DatasetManifest.Shard.MEDIA_TYPE);
        Map<Split, Integer> counts = Arrays.stream(samples)
                .collect(Collectors.toMap(sample -> sample.description().split(), sample -> 1, Integer::sum));
        shards.add(new DatasetManifest.Shard(zip.sha256(), samples.length, zip.size(), counts));
        return this;
    }

    /** The SHA-256 of the manifest. */
    String store() {
        Map<Split, Integer> counts = new TreeMap<>();
        shards.forEach(shard -> shard.counts().forEach((split, count) -> counts.merge(split, count, Integer::sum)));
        DatasetManifest manifest = new DatasetManifest(
                DatasetManifest.FORMAT,
                "shapes",
                0,
                List.of(),
                counts,
                new TreeMap<>(),
                shards,
                new TreeSet<>(),
                List.of());
        return Dataset.store(manifest, artifacts).sha256();
    }

    /** What the kernel makes of the block. */
    private static final class Made {
        private static final Execution.Solid SOLID = make();

        private static Execution.Solid make() {
            try (KernelPool kernel = new KernelPool(KernelOptions.standard().withWorkers(1))) {
                var construction =
                        Programs.parse(Language.SKETCH, BLOCK).toOptional().orElseThrow();
                Request request = Request.properties().withStep().withMesh(Deflection.STANDARD);
                return (Execution.Solid) kernel.execute(new Source.Program(construction), request);
            }
        }
    }
}
