package dev.cadwright.neural.train;

import dev.cadwright.neural.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/**
 * Who comes when in a training. Each epoch has an order of its own; rows of a group of batches are sorted by length and
 * dealt out, so that little of a batch is padding; the batches of a group then come in a random order. All of it depends
 * on the seed and the place in the training alone. Not thread-safe: the order of an epoch is kept between calls.
 */
final class Dealing {
    static final int BATCHES_PER_GROUP = 8;

    private static final int ORDER = 1;
    private static final int SHUFFLE = 2;

    private final long seed;
    private final int batchSize;
    private long orderedEpoch = -1;
    private int[] order = {};

    Dealing(long seed, int batchSize) {
        this.seed = seed;
        this.batchSize = batchSize;
    }

    int rowsPerGroup() {
        return batchSize * BATCHES_PER_GROUP;
    }

    /** The rows of a group as batches. */
    <R> List<List<R>> deal(long group, List<R> members, ToIntFunction<R> length) {
        SplittableRandom random = Seeds.of(seed, SHUFFLE, group);
        List<R> rows = new ArrayList<>(members);
        // Rows of one length come in random order, or neighbours in the stream would always meet.
        Collections.shuffle(rows, new Random(random.nextLong()));
        rows.sort(Comparator.comparingInt(length));
        List<List<R>> batches = new ArrayList<>(BATCHES_PER_GROUP);
        for (int b = 0; b < BATCHES_PER_GROUP; b++) {
            batches.add(rows.subList(b * batchSize, (b + 1) * batchSize));
        }
        Collections.shuffle(batches, new Random(random.nextLong()));
        return batches;
    }

    /** Which of so many samples stands at a place of an epoch. */
    int at(long epoch, int place, int samples) {
        if (epoch != orderedEpoch) {
            order = shuffled(epoch, samples);
            orderedEpoch = epoch;
        }
        return order[place];
    }

    private int[] shuffled(long epoch, int samples) {
        SplittableRandom random = Seeds.of(seed, ORDER, epoch);
        int[] shuffled = new int[samples];
        for (int i = 0; i < shuffled.length; i++) {
            int j = random.nextInt(i + 1);
            shuffled[i] = shuffled[j];
            shuffled[j] = i;
        }
        return shuffled;
    }
}
