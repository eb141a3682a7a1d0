package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.RangeValue;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.UnsupportedConstruct;
import dev.cadwright.cad.python.value.Value;
import java.util.List;

/** {@code range} and {@code slice}. */
final class IterationTypes {
    /** Beyond it the size of a range would not fit 64 bits. */
    private static final long FARTHEST = 1L << 62;

    private IterationTypes() {}

    static Value range(Arguments call) {
        List<Value> bounds = call.rest("bounds");
        requireCount(bounds, "range");
        long first = bound(bounds.getFirst());
        if (bounds.size() == 1) {
            return new RangeValue(0, first, 1);
        }
        return new RangeValue(first, bound(bounds.get(1)), bounds.size() == 3 ? bound(bounds.get(2)) : 1);
    }

    private static void requireCount(List<Value> bounds, String function) {
        if (bounds.isEmpty()) {
            throw PythonError.typeError(function + " expected at least 1 argument, got 0");
        }
        if (bounds.size() > 3) {
            throw PythonError.typeError(function + " expected at most 3 arguments, got " + bounds.size());
        }
    }

    private static long bound(Value value) {
        return switch (value) {
            case BoolValue bool -> bool.value() ? 1 : 0;
            case IntValue number
            when number.isLong() && Math.abs(number.longValue()) < FARTHEST / 2 -> number.longValue();
            case IntValue number -> throw new UnsupportedConstruct("a range beyond 2^61", "");
            default ->
                throw PythonError.typeError("'" + value.typeName() + "' object cannot be interpreted as an integer");
        };
    }

    static Value indexInRange(RangeValue self, Arguments call) {
        long index = find(self, call.at(0));
        if (index < 0) {
            throw PythonError.valueError(call.runtime().repr(call.at(0)) + " is not in range");
        }
        return IntValue.of(index);
    }

    static Value countInRange(RangeValue self, Arguments call) {
        return IntValue.of(find(self, call.at(0)) < 0 ? 0 : 1);
    }

    /** The index of a number in a range; −1 where it is not in it. */
    static long find(RangeValue range, Value value) {
        double number =
                switch (value) {
                    case BoolValue bool -> bool.value() ? 1 : 0;
                    case IntValue whole -> whole.toDouble();
                    case FloatValue(double real) -> real;
                    default -> Double.NaN;
                };
        if (number != Math.rint(number) || Math.abs(number) > FARTHEST) {
            return -1;
        }
        long wanted = value instanceof IntValue whole ? whole.longValue() : (long) number;
        long offset = wanted - range.start();
        boolean inside =
                offset % range.step() == 0 && offset / range.step() >= 0 && offset / range.step() < range.size();
        return inside ? offset / range.step() : -1;
    }

    static Value slice(Arguments call) {
        List<Value> bounds = call.rest("bounds");
        requireCount(bounds, "slice");
        if (bounds.size() == 1) {
            return new SliceValue(NoneValue.NONE, bounds.getFirst(), NoneValue.NONE);
        }
        return new SliceValue(bounds.get(0), bounds.get(1), bounds.size() == 3 ? bounds.get(2) : NoneValue.NONE);
    }
}
