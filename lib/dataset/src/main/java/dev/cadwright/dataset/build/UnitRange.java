package dev.cadwright.dataset.build;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.source.ShapeSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The shapes of one unit of work: {@code from} inclusive to {@code to} exclusive of one source. */
public record UnitRange(int source, int from, int to) {
    public int size() {
        return to - from;
    }

    /** Cuts all sources of a dataset into units. */
    public static List<UnitRange> of(BuildSpecification specification, ArtifactStore store) {
        List<UnitRange> ranges = new ArrayList<>();
        for (int source = 0; source < specification.sources().size(); source++) {
            int size = size(specification, source, store);
            for (int from = 0; from < size; from += specification.shapesPerUnit()) {
                ranges.add(new UnitRange(source, from, Math.min(size, from + specification.shapesPerUnit())));
            }
        }
        return ranges;
    }

    private static int size(BuildSpecification specification, int source, ArtifactStore store) {
        try (ShapeSource shapes = ShapeSource.open(specification.sources().get(source), specification.seed(), store)) {
            return shapes.size();
        } catch (IOException e) {
            throw new DatasetException(DatasetException.Code.STORAGE_FAILED, "source " + source + " cannot be read", e);
        }
    }
}
