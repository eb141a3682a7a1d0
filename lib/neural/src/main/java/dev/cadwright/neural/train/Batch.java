package dev.cadwright.neural.train;

/** Rows for one pass forwards and backwards. */
interface Batch {
    /** Labels that count. */
    int targets();
}
