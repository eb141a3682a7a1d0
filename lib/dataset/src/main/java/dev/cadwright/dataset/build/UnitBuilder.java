package dev.cadwright.dataset.build;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.shard.ShardWriter;
import dev.cadwright.dataset.source.ShapeSource;
import dev.cadwright.dataset.source.SourceSpecification;
import dev.cadwright.kernel.KernelPool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Builds one unit of a dataset into one shard. The same unit gives the same shard, byte for byte. */
public final class UnitBuilder {
    private final BuildSpecification build;
    private final ArtifactStore store;
    private final KernelPool kernel;

    public UnitBuilder(BuildSpecification build, ArtifactStore store, KernelPool kernel) {
        this.build = build;
        this.store = store;
        this.kernel = kernel;
    }

    /** @param done is told the number of shapes done after each; what it throws ends the build */
    public UnitResult build(UnitRange range, IntConsumer done) {
        try {
            Path file = Files.createTempFile("shard", ".zip");
            try {
                return write(range, file, done);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.STORAGE_FAILED, "cannot build " + range, e);
        }
    }

    private UnitResult write(UnitRange range, Path file, IntConsumer done) throws IOException {
        SourceSpecification source = build.sources().get(range.source());
        SampleMaker maker = new SampleMaker(build, source, kernel);
        List<UnitResult.Kept> kept = new ArrayList<>();
        SortedMap<String, Integer> rejected = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        try (ShapeSource shapes = ShapeSource.open(source, build.seed(), store);
                OutputStream out = Files.newOutputStream(file);
                ShardWriter writer = new ShardWriter(out)) {
            for (int index = range.from(); index < range.to(); index++) {
                switch (maker.make(shapes.shape(index))) {
                    case SampleMaker.Outcome.Made(Sample sample, Signature signature) -> {
                        if (ids.add(sample.id())) {
                            writer.write(sample);
                            kept.add(new UnitResult.Kept(
                                    sample.id(),
                                    sample.description().split(),
                                    signature.exact(),
                                    signature.coarse(),
                                    signature.kernel()));
                        } else {
                            rejected.merge("same_name", 1, Integer::sum);
                        }
                    }
                    case SampleMaker.Outcome.Rejected(String reason) -> rejected.merge(reason, 1, Integer::sum);
                }
                done.accept(index - range.from() + 1);
            }
        }
        return kept.isEmpty() ? new UnitResult(Optional.empty(), 0, kept, rejected) : stored(file, kept, rejected);
    }

    private UnitResult stored(Path file, List<UnitResult.Kept> kept, SortedMap<String, Integer> rejected) {
        ArtifactReference shard = store.put(file, DatasetManifest.Shard.MEDIA_TYPE);
        return new UnitResult(Optional.of(shard.sha256()), shard.size(), kept, rejected);
    }
}
