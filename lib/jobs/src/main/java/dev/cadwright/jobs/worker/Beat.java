package dev.cadwright.jobs.worker;

/** What a heartbeat found for one attempt. */
public enum Beat {
    /** The lease is extended. */
    ALIVE,
    /** The lease is extended, but a client cancelled the job. */
    CANCELLED,
    /** The lease is extended, but the job has ended otherwise. */
    ENDED,
    /** The unit belongs to somebody else, or to nobody. */
    LOST
}
