package dev.cadwright.neural.train;

import dev.cadwright.neural.parallel.Collective;
import java.nio.file.Path;

/**
 * The tensors of a training: the model, an adapter where only that is trained, and the optimiser's moments. Used by one
 * thread.
 */
interface Trainee<B extends Batch> extends AutoCloseable {
    long parameterCount();

    long trainableCount();

    /** Adds a batch's gradients; returns its share of the loss: summed cross-entropy over {@code denominator}. */
    double accumulate(B batch, double denominator);

    /**
     * Updates the weights and clears the gradients; returns the gradients' norm before clipping.
     *
     * @param team the processes whose gradients are summed first
     */
    double update(double rate, Collective team);

    /** Summed cross-entropy and correct labels of a batch. */
    double[] evaluate(B batch);

    /**
     * Writes everything needed to go on from here; also a usable model folder, or a usable adapter folder.
     *
     * @param folder does not exist yet
     */
    void save(Path folder);

    /** Writes what the training is for into the run's folder; returns the finished model, or the finished adapter. */
    Path export(Path run);

    @Override
    void close();
}
