package dev.cadwright.cad.python.interpret;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What a run may use. Everything but the time is counted, so that a program ends the same way on every machine.
 *
 * @param steps statements, turns of loops, calls and items of bulk operations
 * @param memoryBytes of all that the program makes, counted when it is made; nothing is given back
 * @param callDepth calls within calls, as Python's recursion limit; one more raises RecursionError
 * @param integerBits of the largest int
 * @param printedCharacters of everything printed
 * @param expired asked every few hundred steps; true ends the run: a deadline, or a cancelled request
 */
public record Budget(
        long steps, long memoryBytes, int callDepth, int integerBits, int printedCharacters, BooleanSupplier expired) {
    /** For programs of models: far more than any real program of the corpora needs, and over within a few seconds. */
    public static final Budget DEFAULT = new Budget(5_000_000, 256L << 20, 1000, 1 << 18, 1 << 20, () -> false);

    public Budget {
        Objects.requireNonNull(expired, "expired");
        if (steps < 1 || memoryBytes < 1 || callDepth < 1 || integerBits < 64 || printedCharacters < 0) {
            throw new IllegalArgumentException("a budget needs something to spend");
        }
        if (callDepth > 10_000) {
            throw new IllegalArgumentException("no more than 10000 calls within calls: " + callDepth);
        }
    }

    /** The same budget with at most so much memory. */
    public Budget withMemoryAtMost(long bytes) {
        return new Budget(steps, Math.min(memoryBytes, bytes), callDepth, integerBits, printedCharacters, expired);
    }

    /** The same budget that also ends when {@code condition} holds. */
    public Budget until(BooleanSupplier condition) {
        return new Budget(steps, memoryBytes, callDepth, integerBits, printedCharacters, condition);
    }
}
