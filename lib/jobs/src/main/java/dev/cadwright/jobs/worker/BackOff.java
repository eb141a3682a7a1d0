package dev.cadwright.jobs.worker;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Delays before further attempts: they double, up to a limit, and each is drawn between half of that and all of it, so
 * that what failed together is not tried again together.
 */
public final class BackOff {
    private static final int MAX_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    public BackOff(Duration first, Duration longest, RandomGenerator random) {
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("0 <= first <= longest must hold: " + first + ", " + longest);
        }
        this.first = first;
        this.longest = longest;
        this.random = Objects.requireNonNull(random, "random");
    }

    /** @param failures attempts that failed before the one that failed now, from 0 */
    public Duration delay(int failures) {
        double millis = (double) first.toMillis() * (1L << Math.min(failures, MAX_DOUBLINGS));
        double limited = Math.min(millis, longest.toMillis());
        return Duration.ofMillis((long) (limited * (0.5 + 0.5 * random.nextDouble())));
    }
}
