package dev.cadwright.neural.train;

/**
 * Learning rate over a training whose length is known, or is corrected on the way: from {@code anchorStep} on, the
 * progress runs evenly from {@code anchorProgress} to 1 at {@code steps}. A correction moves the anchor to the present
 * and keeps the progress made, so the rate never jumps. The anchor is part of a checkpoint.
 *
 * @param start how the rate begins; checkpoints of earlier versions do not say, and mean {@link Start#AT_ONCE}
 */
public record Schedule(
        Decay decay, double peak, long warmup, long steps, long anchorStep, double anchorProgress, Start start) {
    /** What follows the warm-up. */
    public enum Decay {
        COSINE,
        LINEAR,
        CONSTANT
    }

    /** How the rate begins. */
    public enum Start {
        /** The first step is taken at a part of the rate, and the decay runs from the first step on. */
        AT_ONCE,
        /** As transformers has it: the first step of a warm-up is taken at rate zero, and the decay follows it. */
        FROM_ZERO;

        long warmup(double steps) {
            return switch (this) {
                case AT_ONCE -> Math.round(steps);
                case FROM_ZERO -> (long) Math.ceil(steps);
            };
        }
    }

    public Schedule {
        start = start == null ? Start.AT_ONCE : start;
    }

    static Schedule of(Decay decay, double peak, long warmup, long steps) {
        return of(decay, peak, warmup, steps, Start.AT_ONCE);
    }

    static Schedule of(Decay decay, double peak, long warmup, long steps, Start start) {
        return new Schedule(decay, peak, warmup, steps, start == Start.FROM_ZERO ? warmup : 0, 0, start);
    }

    /** From 0 at the first step that counts to 1 at the end. */
    double progress(long step) {
        if (step >= steps) {
            return 1;
        }
        return anchorProgress + (1 - anchorProgress) * (step - anchorStep) / (double) (steps - anchorStep);
    }

    /** Rate of the step after {@code step} finished ones. */
    double rate(long step) {
        return switch (start) {
            case AT_ONCE -> peak * Math.min(1, (step + 1) / (double) Math.max(1, warmup)) * factor(progress(step));
            case FROM_ZERO -> step < warmup ? peak * (step / (double) warmup) : peak * factor(progress(step));
        };
    }

    private double factor(double progress) {
        return switch (decay) {
            case COSINE -> 0.5 * (1 + Math.cos(Math.PI * progress));
            case LINEAR -> 1 - progress;
            case CONSTANT -> 1;
        };
    }

    /** The same schedule with its end moved, seen from a step in between. */
    Schedule endingAt(long newSteps, long step) {
        long end = Math.max(newSteps, step + 1);
        boolean warming = start == Start.FROM_ZERO && step < warmup;
        return warming
                ? of(decay, peak, warmup, Math.max(end, warmup + 1), start)
                : new Schedule(decay, peak, warmup, end, step, progress(step), start);
    }

    Schedule withWarmup(long newWarmup) {
        boolean unmoved = start == Start.FROM_ZERO && anchorProgress == 0;
        return new Schedule(
                decay,
                peak,
                newWarmup,
                steps,
                unmoved ? Math.max(newWarmup, anchorStep) : anchorStep,
                anchorProgress,
                start);
    }
}
