package dev.cadwright.neural.train;

/**
 * Losses since one was last logged. Batches hold programs of like length, and short ones are easy: the loss of a single
 * step says little.
 *
 * @param sum over the targets
 */
record LoggedLoss(double sum, long targets) {
    static final LoggedLoss NONE = new LoggedLoss(0, 0);

    /** @param mean the mean loss of a step over its targets */
    LoggedLoss plus(double mean, int count) {
        return new LoggedLoss(sum + mean * count, targets + count);
    }

    double mean() {
        return sum / targets;
    }
}
