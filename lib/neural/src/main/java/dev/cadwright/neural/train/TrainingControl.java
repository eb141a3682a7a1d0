package dev.cadwright.neural.train;

/** Wishes of whoever started a training, asked after every step. */
public interface TrainingControl {
    TrainingControl NONE = new TrainingControl() {};

    /** Whether to save and stop now. */
    default boolean stopRequested() {
        return false;
    }

    /** Whether to save now; a wish is granted once. */
    default boolean checkpointRequested() {
        return false;
    }
}
