package dev.cadwright.neural.train;

import dev.cadwright.neural.nano.BlockTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The samples that measure a training: always the same ones, as they are. */
final class ShapeValidation {
    private static final int BATCH = 32;

    private ShapeValidation() {}

    static List<ShapeBatch> batches(SampleSource source, int count, int maxTokens) {
        List<ShapeBatch.Row> rows = new ArrayList<>();
        long available = Math.min(count, source.size());
        for (long i = 0; i < available; i++) {
            TrainingSample sample = source.sample(i, 0);
            int[] tokens = BlockTokens.encode(sample.program());
            if (tokens.length <= maxTokens) {
                rows.add(new ShapeBatch.Row(sample.points(), tokens));
            }
        }
        rows.sort(Comparator.comparingInt(row -> row.tokens().length));
        List<ShapeBatch> batches = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += BATCH) {
            batches.add(ShapeBatch.of(rows.subList(i, Math.min(rows.size(), i + BATCH))));
        }
        return batches;
    }
}
