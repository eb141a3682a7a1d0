package dev.cadwright.dataset.source;

import dev.cadwright.artifacts.ArtifactStore;
import java.io.IOException;

/** Shapes by their number: the same number gives the same shape, on every machine and in any order. */
public interface ShapeSource extends AutoCloseable {
    int size();

    /** @param index from 0 to {@link #size()} − 1 */
    RawShape shape(int index) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * @param seed of the dataset, for a source without its own
     * @throws dev.cadwright.dataset.DatasetException if the source's archive is refused
     */
    static ShapeSource open(SourceSpecification specification, long seed, ArtifactStore store) {
        return switch (specification.type()) {
            case PROCEDURAL ->
                new ProceduralSource(
                        specification.seed().orElse(seed), specification.count().orElseThrow());
            case FOLDER -> FolderSource.programs(artifact(specification), store, limit(specification));
            case DEEPCAD -> FolderSource.deepcad(artifact(specification), store, limit(specification));
            case STEP -> FolderSource.step(artifact(specification), store, limit(specification));
        };
    }

    private static String artifact(SourceSpecification specification) {
        return specification.artifact().orElseThrow();
    }

    private static int limit(SourceSpecification specification) {
        return specification.count().orElse(Integer.MAX_VALUE);
    }
}
