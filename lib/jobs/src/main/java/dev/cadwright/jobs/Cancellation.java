package dev.cadwright.jobs;

import java.util.Optional;

/**
 * Tells an attempt to stop, and ends what does not. When a stop is requested, the actions of {@link #onStop} run at
 * once; if the handler has not returned within the grace period, the actions of {@link #onKill} run and its thread is
 * interrupted.
 */
public interface Cancellation {
    /** Why an attempt has to stop. */
    enum Reason {
        /** A client cancelled the job. */
        CANCELLED,
        /** The attempt no longer owns its unit; another one may be running already. Write nothing. */
        LEASE_LOST,
        /** The job has ended otherwise: another unit failed for good, or its deadline passed. */
        JOB_ENDED,
        /** This replica shuts down; another attempt follows, from the last checkpoint. */
        SHUTDOWN
    }

    /** Why to stop; empty while the attempt may go on. */
    Optional<Reason> reason();

    default boolean isRequested() {
        return reason().isPresent();
    }

    /** Throws {@link StoppedException} if a stop was requested. */
    default void throwIfRequested() {
        reason().ifPresent(reason -> {
            throw new StoppedException(reason);
        });
    }

    /** Runs {@code action} once when a stop is requested; at once if it already was. Must not block. */
    void onStop(Runnable action);

    /**
     * Runs {@code action} once if the attempt outlives its grace period, and in any case when it ends with the action
     * still registered. It must end everything that the attempt started outside of this JVM, for example a process
     * group.
     *
     * @return closing it takes the action back, because what it would end has ended
     */
    Registration onKill(Runnable action);

    /** Undoes a registration. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
