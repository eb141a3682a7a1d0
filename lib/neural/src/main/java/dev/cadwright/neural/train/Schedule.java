package dev.cadwright.neural.train;

/**
 * Learning rate over a training whose length is known, or is corrected on the way: from {@code anchorStep} on, the
 * progress runs evenly from {@code anchorProgress} to 1 at {@code steps}. A correction moves the anchor to the present
 * and keeps the progress made, so the rate never jumps. The anchor is part of a checkpoint.
 */
record Schedule(Decay decay, double peak, long warmup, long steps, long anchorStep, double anchorProgress) {
    enum Decay {
        COSINE,
        LINEAR,
        CONSTANT
    }

    static Schedule of(Decay decay, double peak, long warmup, long steps) {
        return new Schedule(decay, peak, warmup, steps, 0, 0);
    }

    /** From 0 at the first step to 1 at the end. */
    double progress(long step) {
        if (step >= steps) {
            return 1;
        }
        return anchorProgress + (1 - anchorProgress) * (step - anchorStep) / (double) (steps - anchorStep);
    }

    /** Rate of the step after {@code step} finished ones. */
    double rate(long step) {
        double warm = Math.min(1, (step + 1) / (double) Math.max(1, warmup));
        double progress = progress(step);
        double factor =
                switch (decay) {
                    case COSINE -> 0.5 * (1 + Math.cos(Math.PI * progress));
                    case LINEAR -> 1 - progress;
                    case CONSTANT -> 1;
                };
        return peak * warm * factor;
    }

    /** The same schedule with its end moved, seen from a step in between. */
    Schedule endingAt(long newSteps, long step) {
        return new Schedule(decay, peak, warmup, Math.max(newSteps, step + 1), step, progress(step));
    }

    Schedule withWarmup(long newWarmup) {
        return new Schedule(decay, peak, newWarmup, steps, anchorStep, anchorProgress);
    }
}
