package dev.cadwright.dataset.build;

import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.manifest.DatasetManifest;
import dev.cadwright.dataset.manifest.Rejection;
import dev.cadwright.dataset.shard.ShardWriter;
import dev.cadwright.dataset.source.RawShape;
import dev.cadwright.dataset.source.ShapeSource;
import dev.cadwright.dataset.source.SourceSpecification;
import dev.cadwright.kernel.program.ProgramPool;
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
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Builds one unit of a dataset into one shard. The same unit gives the same shard, byte for byte. */
public final class UnitBuilder {
    private final BuildSpecification build;
    private final ArtifactStore store;
    private final ProgramPool programs;

    public UnitBuilder(BuildSpecification build, ArtifactStore store, ProgramPool programs) {
        this.build = build;
        this.store = store;
        this.programs = programs;
    }

    /** @param done is told the number of shapes done after each; what it throws ends the build */
    public UnitResult build(UnitRange range, IntConsumer done) {
        int[] count = {0};
        return observed(range, outcome -> done.accept(++count[0]));
    }

    /** @param observer is told what became of each shape, in order; what it throws ends the build */
    public UnitResult observed(UnitRange range, Consumer<ShapeOutcome> observer) {
        try {
            Path file = Files.createTempFile("shard", ".zip");
            try {
                return write(range, file, observer);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.STORAGE_FAILED, "cannot build " + range, e);
        }
    }

    private UnitResult write(UnitRange range, Path file, Consumer<ShapeOutcome> observer) throws IOException {
        SourceSpecification source = build.sources().get(range.source());
        SampleMaker maker = new SampleMaker(build, source, programs);
        List<UnitResult.Kept> kept = new ArrayList<>();
        SortedMap<String, Integer> rejected = new TreeMap<>();
        List<Rejection> rejections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (ShapeSource shapes = ShapeSource.open(source, build.seed(), store);
                OutputStream out = Files.newOutputStream(file);
                ShardWriter writer = new ShardWriter(out)) {
            for (int index = range.from(); index < range.to(); index++) {
                ShapeOutcome outcome = write(shapes.shape(index), maker, writer, ids, kept);
                outcome.rejected().ifPresent(reason -> {
                    rejected.merge(reason, 1, Integer::sum);
                    if (source.type() != SourceSpecification.Kind.PROCEDURAL) {
                        rejections.add(new Rejection(outcome.id(), reason));
                    }
                });
                observer.accept(outcome);
            }
        }
        if (kept.isEmpty()) {
            return new UnitResult(Optional.empty(), 0, kept, rejected, rejections);
        }
        ArtifactReference shard = store.put(file, DatasetManifest.Shard.MEDIA_TYPE);
        return new UnitResult(Optional.of(shard.sha256()), shard.size(), kept, rejected, rejections);
    }

    private static ShapeOutcome write(
            RawShape shape, SampleMaker maker, ShardWriter writer, Set<String> ids, List<UnitResult.Kept> kept)
            throws IOException {
        return switch (maker.make(shape)) {
            case SampleMaker.Outcome.Rejected(String reason) -> ShapeOutcome.rejected(shape.id(), reason);
            case SampleMaker.Outcome.Made(Sample sample, Signature signature) -> {
                if (!ids.add(sample.id())) {
                    yield ShapeOutcome.rejected(sample.id(), "same_name");
                }
                writer.write(sample);
                Split split = sample.description().split();
                kept.add(new UnitResult.Kept(
                        sample.id(), split, signature.exact(), signature.coarse(), signature.kernel()));
                yield ShapeOutcome.made(sample.id(), split);
            }
        };
    }
}
