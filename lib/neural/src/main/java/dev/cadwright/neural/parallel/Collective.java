package dev.cadwright.neural.parallel;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The processes of one data-parallel training, seen from one of them. Every process must make the same calls in the
 * same order with arrays of the same sizes; a process that finds another gone fails with {@code peer_lost}.
 */
public interface Collective extends AutoCloseable {
    /** One process alone: sums are what they were. */
    Collective ALONE = new Alone();

    /** This process's number, from 0. */
    int rank();

    /** How many processes there are. */
    int size();

    /**
     * Replaces each array of fp32 numbers by its element-wise sum over all processes. The sums are the same, bit for
     * bit, in every process; of two processes they are those of adding the first's numbers to the second's.
     *
     * @param arrays native memory, aligned to 4 bytes, on the CPU
     */
    void sum(List<MemorySegment> arrays);

    /** The sums of some numbers over all processes, added in the order of the ranks. */
    double[] sum(double... values);

    /** The first process's numbers, in every process. */
    double[] first(double... values);

    default boolean isFirst() {
        return rank() == 0;
    }

    @Override
    void close();
}
