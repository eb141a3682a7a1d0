package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.syntax.BinaryOperator;
import dev.cadwright.cad.python.value.ExceptionTypes;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/** Arithmetic of ints: 64 bits where they suffice, any size the budget allows where not. */
final class IntMath {
    private static final long EXACT_AS_DOUBLE = 1L << 53;
    private static final int BITS_A_STEP = 512;
    private static final MathContext QUOTIENT = new MathContext(60);

    private IntMath() {}

    static Optional<Value> apply(BinaryOperator operator, IntValue left, IntValue right, Runtime runtime) {
        return Optional.ofNullable(
                switch (operator) {
                    case ADD -> add(left, right, runtime);
                    case SUBTRACT -> add(left, negate(right), runtime);
                    case MULTIPLY -> multiply(left, right, runtime);
                    case DIVIDE -> new FloatValue(divide(left, right, runtime));
                    case FLOOR_DIVIDE -> floorDivide(left, right, runtime);
                    case MODULO -> modulo(left, right, runtime);
                    case POWER -> power(left, right, runtime);
                    case SHIFT_LEFT -> shiftLeft(left, right, runtime);
                    case SHIFT_RIGHT -> shiftRight(left, right);
                    case AND -> IntValue.of(left.toBigInteger().and(right.toBigInteger()));
                    case OR -> IntValue.of(left.toBigInteger().or(right.toBigInteger()));
                    case XOR -> IntValue.of(left.toBigInteger().xor(right.toBigInteger()));
                    case MATRIX_MULTIPLY -> null;
                });
    }

    static IntValue add(IntValue left, IntValue right, Runtime runtime) {
        if (left.isLong() && right.isLong()) {
            long sum = left.longValue() + right.longValue();
            boolean overflown = ((left.longValue() ^ sum) & (right.longValue() ^ sum)) < 0;
            if (!overflown) {
                return IntValue.of(sum);
            }
        }
        runtime.requireBits(Math.max(left.bitLength(), right.bitLength()) + 1L);
        return IntValue.of(left.toBigInteger().add(right.toBigInteger()));
    }

    static IntValue negate(IntValue value) {
        return value.isLong() && value.longValue() != Long.MIN_VALUE
                ? IntValue.of(-value.longValue())
                : IntValue.of(value.toBigInteger().negate());
    }

    static IntValue multiply(IntValue left, IntValue right, Runtime runtime) {
        if (left.isLong() && right.isLong()) {
            long high = Math.multiplyHigh(left.longValue(), right.longValue());
            long low = left.longValue() * right.longValue();
            if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
                return IntValue.of(low);
            }
        }
        runtime.requireBits((long) left.bitLength() + right.bitLength());
        return IntValue.of(left.toBigInteger().multiply(right.toBigInteger()));
    }

    static double divide(IntValue left, IntValue right, Runtime runtime) {
        if (right.sign() == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, "division by zero");
        }
        if (isExact(left) && isExact(right)) {
            return (double) left.longValue() / right.longValue();
        }
        chargeDivision(left.bitLength(), right.bitLength(), runtime);
        double quotient = new BigDecimal(left.toBigInteger())
                .divide(new BigDecimal(right.toBigInteger()), QUOTIENT)
                .doubleValue();
        if (Double.isInfinite(quotient)) {
            throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "integer division result too large for a float");
        }
        return quotient;
    }

    private static boolean isExact(IntValue value) {
        return value.isLong() && Math.abs(value.longValue()) <= EXACT_AS_DOUBLE;
    }

    static IntValue floorDivide(IntValue left, IntValue right, Runtime runtime) {
        requireDivisor(right, "integer division or modulo by zero");
        if (left.isLong() && right.isLong() && left.longValue() != Long.MIN_VALUE) {
            return IntValue.of(Math.floorDiv(left.longValue(), right.longValue()));
        }
        chargeDivision(left.bitLength(), right.bitLength(), runtime);
        BigInteger[] parts = left.toBigInteger().divideAndRemainder(right.toBigInteger());
        boolean below = parts[1].signum() != 0 && parts[1].signum() != right.sign();
        return IntValue.of(below ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    static IntValue modulo(IntValue left, IntValue right, Runtime runtime) {
        requireDivisor(right, "integer modulo by zero");
        if (left.isLong() && right.isLong()) {
            return IntValue.of(Math.floorMod(left.longValue(), right.longValue()));
        }
        chargeDivision(left.bitLength(), right.bitLength(), runtime);
        BigInteger rest = left.toBigInteger().remainder(right.toBigInteger());
        boolean below = rest.signum() != 0 && rest.signum() != right.sign();
        return IntValue.of(below ? rest.add(right.toBigInteger()) : rest);
    }

    private static void requireDivisor(IntValue right, String message) {
        if (right.sign() == 0) {
            throw PythonError.of(ExceptionTypes.ZERO_DIVISION_ERROR, message);
        }
    }

    /** Counts the work of a division or a greatest common divisor, which grows with the square of the digits. */
    static void chargeDivision(int leftBits, int rightBits, Runtime runtime) {
        long size = Math.max(leftBits, rightBits) / BITS_A_STEP;
        runtime.step(size * size);
    }

    static Value power(IntValue base, IntValue exponent, Runtime runtime) {
        if (exponent.sign() < 0) {
            return FloatMath.apply(BinaryOperator.POWER, toFloat(base), toFloat(exponent))
                    .orElseThrow();
        }
        BigInteger magnitude = base.toBigInteger().abs();
        if (magnitude.compareTo(BigInteger.ONE) <= 0) {
            boolean odd = exponent.toBigInteger().testBit(0);
            return exponent.sign() == 0 ? IntValue.of(1) : odd ? base : IntValue.of(magnitude);
        }
        long bits = exponent.bitLength() > 31
                ? Long.MAX_VALUE
                : (long) Math.ceil((magnitude.bitLength() - 1) * (double) exponent.longValue()) + 1;
        runtime.requireBits(bits);
        return IntValue.of(base.toBigInteger().pow((int) exponent.longValue()));
    }

    private static IntValue shiftLeft(IntValue value, IntValue count, Runtime runtime) {
        requireCount(count);
        if (value.sign() == 0) {
            return value;
        }
        runtime.requireBits(
                count.isLong() && count.longValue() < Integer.MAX_VALUE
                        ? value.bitLength() + count.longValue()
                        : Long.MAX_VALUE);
        return IntValue.of(value.toBigInteger().shiftLeft((int) count.longValue()));
    }

    private static IntValue shiftRight(IntValue value, IntValue count) {
        requireCount(count);
        boolean all = !count.isLong() || count.longValue() > value.bitLength();
        if (all) {
            return IntValue.of(value.sign() < 0 ? -1 : 0);
        }
        return IntValue.of(value.toBigInteger().shiftRight((int) count.longValue()));
    }

    private static void requireCount(IntValue count) {
        if (count.sign() < 0) {
            throw PythonError.valueError("negative shift count");
        }
    }

    /** The nearest double. @throws PythonError (OverflowError) if there is none */
    static double toFloat(IntValue value) {
        double nearest = value.toDouble();
        if (Double.isInfinite(nearest)) {
            throw PythonError.of(ExceptionTypes.OVERFLOW_ERROR, "int too large to convert to float");
        }
        return nearest;
    }
}
