package dev.cadwright.neural.decoding;

import java.util.BitSet;

/** Says which tokens may come next in one row, for example those that a grammar allows. One mask serves one row. */
public interface TokenMask {
    /** The tokens that may come now; never empty, and not changed by the caller. */
    BitSet allowed();

    /** Takes note of what was chosen. */
    void accept(int token);
}
