package dev.cadwright.jobs.worker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long this process may believe that it owns a unit, by its monotonic clock. The database gave the lease at some
 * moment after it was asked, so counting from the question is on the safe side; the margin covers what happens between
 * a look at the clock and the write it allows.
 */
final class Lease {
    private final LongSupplier nanoTime;
    private final long trusted;
    private volatile long until;
    private volatile boolean lost;

    /** @param asked when the unit was asked for, by {@code nanoTime} */
    Lease(LongSupplier nanoTime, long asked, Duration length, Duration margin) {
        this.nanoTime = nanoTime;
        this.trusted = length.minus(margin).toNanos();
        this.until = asked + trusted;
    }

    /** The database extended the lease at some moment after {@code asked}. */
    void extended(long asked) {
        until = asked + trusted;
    }

    /** The database said that the unit belongs to somebody else. */
    void lost() {
        lost = true;
    }

    boolean isTrusted() {
        return !lost && until - nanoTime.getAsLong() > 0;
    }
}
