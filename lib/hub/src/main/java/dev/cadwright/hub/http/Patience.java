package dev.cadwright.hub.http;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.HubLimits;
import dev.cadwright.hub.Pause;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often one thing is tried again: waits double, with jitter, or are as long as the other side asks for; whatever
 * gets ahead starts afresh. Used by one thread.
 */
public final class Patience {
    private static final int MOST_DOUBLINGS = 20;

    private final HubLimits limits;
    private final int tries;
    private final Pause pause;
    private final RandomGenerator random;
    private int failures;

    public Patience(HubLimits limits, Pause pause, RandomGenerator random) {
        this(limits, limits.tries(), pause, random);
    }

    /** @param tries instead of those that the limits say */
    public Patience(HubLimits limits, int tries, Pause pause, RandomGenerator random) {
        this.limits = limits;
        this.tries = tries;
        this.pause = pause;
        this.random = random;
    }

    /** Some of it was done since the last failure. */
    public void progressed() {
        failures = 0;
    }

    /**
     * Waits before the next try.
     *
     * @param retrying is told what failed and how long the wait is
     * @throws HubException if it is of no use to wait any longer
     */
    public void afterFailure(TransientFailure failure, Retrying retrying) throws InterruptedException {
        failures++;
        Duration wait = failure.retryAfter().orElseGet(this::backOff);
        boolean isTooLong = wait.compareTo(limits.longestWait()) > 0;
        if (failures >= tries || isTooLong) {
            throw givenUp(failure, isTooLong, wait);
        }
        retrying.in(wait, failure.getMessage());
        pause.of(wait);
    }

    private Duration backOff() {
        Duration doubled = limits.firstWait().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration longest = doubled.compareTo(limits.longestWait()) > 0 ? limits.longestWait() : doubled;
        return Duration.ofMillis(Math.round(longest.toMillis() * random.nextDouble(0.5, 1)));
    }

    private HubException givenUp(TransientFailure failure, boolean isTooLong, Duration wait) {
        HubException.Code code =
                switch (failure.kind()) {
                    case RATE_LIMITED -> HubException.Code.RATE_LIMITED;
                    case UNREACHABLE, EXPIRED -> HubException.Code.UNREACHABLE;
                };
        String reason = isTooLong
                ? "; the hub asks to come back in %d s".formatted(wait.toSeconds())
                : failures > 1 ? "; given up after %d tries".formatted(failures) : "";
        return new HubException(code, failure.getMessage() + reason + ".", failure);
    }

    /** Is told of each wait. */
    @FunctionalInterface
    public interface Retrying {
        void in(Duration wait, String reason);
    }
}
