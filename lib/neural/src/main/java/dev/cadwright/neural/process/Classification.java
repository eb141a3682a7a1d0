package dev.cadwright.neural.process;

/** What a caller should do about a failed attempt. */
public enum Classification {
    /** The same attempt may succeed when tried again, from the last checkpoint. */
    TRANSIENT,
    /** Memory ran out: try again with less at once. */
    EXHAUSTED,
    /** Trying again changes nothing. */
    PERMANENT
}
