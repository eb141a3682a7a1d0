package dev.cadwright.contracts;

/** Where a job stands in the API. A final state is left only by an explicit retry, which starts a new round. */
public enum JobState {
    /** Accepted; other jobs have to succeed first. */
    WAITING,
    /** Handed over to a service; no unit has started in this round. */
    QUEUED,
    /** At least one unit has started. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** True when nothing more happens to the job by itself. */
    public boolean isFinal() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED -> true;
            case WAITING, QUEUED, RUNNING -> false;
        };
    }

    /** Whether one event may move a job from this state to {@code next}; staying is allowed unless final. */
    public boolean canBecome(JobState next) {
        return switch (this) {
            case WAITING -> next == WAITING || next == QUEUED || next == FAILED || next == CANCELLED;
            case QUEUED -> next == QUEUED || next == RUNNING || next == FAILED || next == CANCELLED;
            case RUNNING -> next == RUNNING || next.isFinal();
            case FAILED, CANCELLED -> next == WAITING || next == QUEUED;
            case SUCCEEDED -> false;
        };
    }
}
