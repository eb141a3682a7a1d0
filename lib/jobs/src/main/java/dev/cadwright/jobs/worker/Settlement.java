package dev.cadwright.jobs.worker;

/** What became of a write of an attempt. */
public enum Settlement {
    /** It is durable, with everything that follows from it. */
    RECORDED,
    /** The attempt no longer owns its unit; nothing was written. */
    LOST
}
