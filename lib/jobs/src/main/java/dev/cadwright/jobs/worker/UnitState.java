package dev.cadwright.jobs.worker;

/** Where a unit stands. */
public enum UnitState {
    /** May be claimed, once its back-off is over. */
    READY,
    /** Belongs to one attempt until its lease ends. */
    RUNNING,
    SUCCEEDED,
    /** Failed for good, and its job with it. */
    FAILED,
    /** Not to be run: its job has ended or is being cancelled. */
    CANCELLED
}
