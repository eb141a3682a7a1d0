package dev.cadwright.jobs.worker;

import dev.cadwright.contracts.JobState;
import java.util.Objects;
import java.util.Optional;

/**
 * What changes in the life of a job in its service.
 *
 * @param seq of its last event
 * @param cancelReason present once cancellation was asked for
 */
record WorkStatus(JobState state, int round, long seq, int maxAttempts, Optional<String> cancelReason) {
    WorkStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(cancelReason, "cancelReason");
        if (state == JobState.WAITING) {
            throw new IllegalArgumentException("a service never sees a waiting job");
        }
    }

    boolean isFinal() {
        return state.isFinal();
    }

    boolean isCancelling() {
        return !isFinal() && cancelReason.isPresent();
    }

    WorkStatus in(JobState next) {
        return new WorkStatus(next, round, seq, maxAttempts, cancelReason);
    }

    WorkStatus cancelling(String reason) {
        return new WorkStatus(state, round, seq, maxAttempts, Optional.of(reason));
    }

    WorkStatus after(int events) {
        return new WorkStatus(state, round, seq + events, maxAttempts, cancelReason);
    }
}
