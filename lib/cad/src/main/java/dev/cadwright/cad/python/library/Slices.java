package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.Value;

/** Where a slice begins, ends and how it steps in a sequence of a known size. */
record Slices(long start, long stop, long step, int count) {
    static Slices of(SliceValue slice, long size) {
        long step = slice.step() == NoneValue.NONE ? 1 : bound(slice.step());
        if (step == 0) {
            throw PythonError.valueError("slice step cannot be zero");
        }
        long lowest = step < 0 ? -1 : 0;
        long highest = step < 0 ? size - 1 : size;
        long start = end(slice.start(), step < 0 ? highest : lowest, size, lowest, highest);
        long stop = end(slice.stop(), step < 0 ? lowest : highest, size, lowest, highest);
        return new Slices(start, stop, step, (int) count(start, stop, step));
    }

    private static long count(long start, long stop, long step) {
        if (step > 0) {
            return start >= stop ? 0 : (stop - start - 1) / step + 1;
        }
        return start <= stop ? 0 : (start - stop - 1) / -step + 1;
    }

    private static long end(Value value, long absent, long size, long lowest, long highest) {
        if (value == NoneValue.NONE) {
            return absent;
        }
        long index = bound(value);
        return Math.clamp(index < 0 ? index + size : index, lowest, highest);
    }

    /** A bound, where those beyond all sequences are as good as the farthest that fits. */
    private static long bound(Value value) {
        long farthest = Long.MAX_VALUE / 4;
        return switch (value) {
            case IntValue number ->
                number.isLong() ? Math.clamp(number.longValue(), -farthest, farthest) : farthest * number.sign();
            case BoolValue bool -> bool.value() ? 1 : 0;
            default ->
                throw PythonError.typeError("slice indices must be integers or None or have an __index__ method");
        };
    }

    int at(int i) {
        return (int) (start + i * step);
    }
}
