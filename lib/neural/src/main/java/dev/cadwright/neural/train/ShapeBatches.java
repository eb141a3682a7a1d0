package dev.cadwright.neural.train;

import dev.cadwright.neural.Seeds;
import dev.cadwright.neural.nano.BlockTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Batches of shapes for the built-in family, augmented. */
final class ShapeBatches implements BatchSource<ShapeBatch> {
    private static final int AUGMENT = 3;

    private final SampleSource source;
    private final Augmentation augmentation;
    private final Dealing dealing;
    private final int batchSize;
    private final int maxTokens;
    private final long seed;

    ShapeBatches(SampleSource source, Augmentation augmentation, int batchSize, int maxTokens, long seed) {
        this.source = source;
        this.augmentation = augmentation;
        this.dealing = new Dealing(seed, batchSize);
        this.batchSize = batchSize;
        this.maxTokens = maxTokens;
        this.seed = seed;
    }

    @Override
    public long samples() {
        return source.size();
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public int groupSize() {
        return Dealing.BATCHES_PER_GROUP;
    }

    @Override
    public List<ShapeBatch> group(long group) {
        int count = dealing.rowsPerGroup();
        List<ShapeBatch.Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row(group * count + i));
        }
        return dealing.deal(group, rows, row -> row.tokens().length).stream()
                .map(ShapeBatch::of)
                .toList();
    }

    private ShapeBatch.Row row(long position) {
        SplittableRandom random = Seeds.of(seed, AUGMENT, position);
        for (long attempt = 0; ; attempt++) {
            TrainingSample sample = augmentation.apply(at(position, attempt), random);
            int[] tokens = BlockTokens.encode(sample.program());
            if (tokens.length <= maxTokens) {
                return new ShapeBatch.Row(sample.points(), tokens);
            }
        }
    }

    /** The sample at a position of the stream; a later attempt takes another one instead. */
    private TrainingSample at(long position, long attempt) {
        if (source.size() == SampleSource.ENDLESS) {
            return source.sample(position + attempt * (1L << 40), 0);
        }
        int size = Math.toIntExact(source.size());
        long epoch = position / size;
        int offset = (int) ((position + attempt) % size);
        return source.sample(dealing.at(epoch, offset, size), (int) epoch);
    }
}
