package dev.cadwright.cad.python.value;

/** A {@code range} of 64-bit numbers; the step is never zero. */
public record RangeValue(long start, long stop, long step) implements Value {
    public RangeValue {
        if (step == 0) {
            throw PythonError.valueError("range() arg 3 must not be zero");
        }
    }

    /** How many numbers there are. */
    public long size() {
        if (step > 0) {
            return start >= stop ? 0 : (stop - start - 1) / step + 1;
        }
        return start <= stop ? 0 : (start - stop - 1) / -step + 1;
    }

    /** The number at an index from 0 to {@link #size()}, exclusive. */
    public long get(long index) {
        return start + index * step;
    }

    @Override
    public String typeName() {
        return "range";
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RangeValue range) || size() != range.size()) {
            return false;
        }
        return size() == 0 || (start == range.start && (size() == 1 || step == range.step));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size()) * 31 + (size() == 0 ? 0 : Long.hashCode(start));
    }
}
