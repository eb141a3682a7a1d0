package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Value;

/** Logarithms, also of ints that no double holds. */
final class Logarithms {
    private Logarithms() {}

    static Value log(Arguments call) {
        double natural = natural(call.at(0));
        if (call.isNone("base")) {
            return new FloatValue(natural);
        }
        double base = natural(call.at(1));
        if (base == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "float division by zero");
        }
        return new FloatValue(natural / base);
    }

    /** To the base 2 or 10; exact for powers of it. */
    static Value of(Value value, int base) {
        double natural = natural(value);
        if (value instanceof IntValue number && Double.isInfinite(number.toDouble())) {
            return new FloatValue(natural / StrictMath.log(base));
        }
        double x = MathModule.real(value);
        double logarithm = base == 10 ? StrictMath.log10(x) : natural / StrictMath.log(2);
        double whole = Math.rint(logarithm);
        boolean exact = Double.isFinite(x) && Math.abs(whole) < 1100 && StrictMath.pow(base, whole) == x;
        return new FloatValue(exact ? whole : logarithm);
    }

    private static double natural(Value value) {
        if (value instanceof IntValue number && Double.isInfinite(number.toDouble()) && number.sign() > 0) {
            int shift = number.bitLength() - 64;
            double head = number.toBigInteger().shiftRight(shift).doubleValue();
            return StrictMath.log(head) + shift * StrictMath.log(2);
        }
        double x = MathModule.real(value);
        if (x <= 0) {
            throw PythonError.valueError("math domain error");
        }
        return StrictMath.log(x);
    }
}
