package dev.cadwright.neural.parallel;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** The collective of one process. */
final class Alone implements Collective {
    @Override
    public int rank() {
        return 0;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void sum(List<MemorySegment> arrays) {
        // The sum over one process is its own numbers.
    }

    @Override
    public double[] sum(double... values) {
        return values.clone();
    }

    @Override
    public double[] first(double... values) {
        return values.clone();
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
