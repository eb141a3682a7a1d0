package dev.cadwright.neural.train;

import dev.cadwright.neural.Seeds;
import dev.cadwright.neural.nano.BlockTokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Batches of shapes. Rows of a group of batches are sorted by length and dealt out, so that
 * little of a batch is padding; the groups then come in a random order of their batches. Batch {@code n} depends on the
 * seed and {@code n} alone.
 */
final class ShapeBatches implements BatchSource<ShapeBatch> {
    private static final int BATCHES_PER_GROUP = 8;

    private static final int ORDER = 1;
    private static final int SHUFFLE = 2;
    private static final int AUGMENT = 3;

    private final SampleSource source;
    private final Augmentation augmentation;
    private final int batchSize;
    private final int maxTokens;
    private final long seed;
    private long orderedEpoch = -1;
    private int[] order = {};

    ShapeBatches(SampleSource source, Augmentation augmentation, int batchSize, int maxTokens, long seed) {
        this.source = source;
        this.augmentation = augmentation;
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
        return BATCHES_PER_GROUP;
    }

    @Override
    public List<ShapeBatch> group(long group) {
        int count = batchSize * BATCHES_PER_GROUP;
        List<ShapeBatch.Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row(group * count + i));
        }
        SplittableRandom random = Seeds.of(seed, SHUFFLE, group);
        // Rows of one length come in random order, or neighbours in the stream would always meet.
        Collections.shuffle(rows, new Random(random.nextLong()));
        rows.sort(Comparator.comparingInt(row -> row.tokens().length));
        List<ShapeBatch> batches = new ArrayList<>(BATCHES_PER_GROUP);
        for (int b = 0; b < BATCHES_PER_GROUP; b++) {
            batches.add(ShapeBatch.of(rows.subList(b * batchSize, (b + 1) * batchSize)));
        }
        Collections.shuffle(batches, new Random(random.nextLong()));
        return batches;
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
        long epoch = position / source.size();
        int offset = (int) ((position + attempt) % source.size());
        return source.sample(order(epoch)[offset], (int) epoch);
    }

    private int[] order(long epoch) {
        if (epoch != orderedEpoch) {
            SplittableRandom random = Seeds.of(seed, ORDER, epoch);
            int[] shuffled = new int[Math.toIntExact(source.size())];
            for (int i = 0; i < shuffled.length; i++) {
                int j = random.nextInt(i + 1);
                shuffled[i] = shuffled[j];
                shuffled[j] = i;
            }
            order = shuffled;
            orderedEpoch = epoch;
        }
        return order;
    }
}
