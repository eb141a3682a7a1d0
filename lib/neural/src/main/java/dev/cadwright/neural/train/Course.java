package dev.cadwright.neural.train;

import dev.cadwright.neural.safetensors.ElementType;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a training goes: how long, in what steps, and how often it looks up; the section {@code training} of a
 * configuration.
 *
 * @param batchSize samples a pass
 * @param accumulation passes a step
 * @param start how the learning rate begins
 * @param beta2 of AdamW's second moment
 * @param evalSteps how often the validation loss is measured; the best checkpoint has the lowest
 * @param loadBest whether the finished model is the best one, or else the last
 * @param exported the type that the finished model's weights are stored in; training and checkpoints keep single
 *     precision
 */
public record Course(
        Length length,
        int batchSize,
        int accumulation,
        OptimizerKind optimizer,
        double beta1,
        double beta2,
        double epsilon,
        double learningRate,
        Schedule.Decay decay,
        Schedule.Start start,
        double warmupRatio,
        OptionalLong warmupSteps,
        double weightDecay,
        double maxGradNorm,
        int loggingSteps,
        int saveSteps,
        int evalSteps,
        int saveTotalLimit,
        int earlyStoppingPatience,
        double earlyStoppingMinDelta,
        boolean loadBest,
        ElementType exported) {

    /** {@code MUON} orthogonalises the updates of the layers' matrices; all other tensors keep AdamW. */
    public enum OptimizerKind {
        ADAMW,
        MUON
    }

    /** When the training is over. Exactly one is set. */
    public record Length(OptionalDouble epochs, OptionalLong steps, OptionalDouble minutes) {}

    /** Steps of the warm-up in a training of so many. */
    long warmup(long steps) {
        return warmupSteps.orElseGet(() -> start.warmup(warmupRatio * steps));
    }
}
