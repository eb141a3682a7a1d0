package dev.cadwright.neural.train;

import java.util.List;

/**
 * The endless sequence of batches of a training. Batch {@code n} depends on the seed and {@code n} alone, so a training
 * goes on anywhere. Batches are made by groups. Not thread-safe.
 */
interface BatchSource<B extends Batch> {
    /** Samples of an epoch, or {@link SampleSource#ENDLESS}. */
    long samples();

    /** Samples of a batch. */
    int batchSize();

    int groupSize();

    /** All batches of a group. */
    List<B> group(long group);
}
