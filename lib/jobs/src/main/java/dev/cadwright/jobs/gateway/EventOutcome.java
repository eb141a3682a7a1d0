package dev.cadwright.jobs.gateway;

/** What became of an event that arrived. */
public enum EventOutcome {
    /** It is part of the job's history now, together with those that had been held for it. */
    APPLIED,
    /** It was there already. */
    DUPLICATE,
    /** An earlier event of the job is missing; it is kept until that one arrives. */
    HELD,
    /** The job is not known here. */
    UNKNOWN_JOB
}
