package dev.cadwright.jobs.worker;

/** What a unit does for its job. */
public enum Stage {
    PLAN,
    WORK,
    FINISH
}
