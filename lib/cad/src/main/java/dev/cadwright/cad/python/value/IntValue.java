package dev.cadwright.cad.python.value;

import java.math.BigInteger;

/** A whole number of any size. */
public final class IntValue implements Value {
    private static final int SMALLEST_SHARED = -128;
    private static final int LARGEST_SHARED = 1024;
    private static final IntValue[] SHARED = shared();

    private final long small;
    private final BigInteger big;

    private IntValue(long small, BigInteger big) {
        this.small = small;
        this.big = big;
    }

    private static IntValue[] shared() {
        IntValue[] values = new IntValue[LARGEST_SHARED - SMALLEST_SHARED + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = new IntValue(i + SMALLEST_SHARED, null);
        }
        return values;
    }

    public static IntValue of(long value) {
        if (value >= SMALLEST_SHARED && value <= LARGEST_SHARED) {
            return SHARED[(int) (value - SMALLEST_SHARED)];
        }
        return new IntValue(value, null);
    }

    public static IntValue of(BigInteger value) {
        return value.bitLength() < Long.SIZE ? of(value.longValue()) : new IntValue(0, value);
    }

    /** Whether the number fits 64 bits. */
    public boolean isLong() {
        return big == null;
    }

    /** The number. @throws ArithmeticException if it does not fit 64 bits */
    public long longValue() {
        return big == null ? small : big.longValueExact();
    }

    public BigInteger toBigInteger() {
        return big == null ? BigInteger.valueOf(small) : big;
    }

    /** The nearest double; infinite where there is none. */
    public double toDouble() {
        return big == null ? small : big.doubleValue();
    }

    public int sign() {
        return big == null ? Long.signum(small) : big.signum();
    }

    public int bitLength() {
        return big == null ? Long.SIZE - Long.numberOfLeadingZeros(Math.abs(small)) : big.bitLength();
    }

    @Override
    public String typeName() {
        return "int";
    }

    @Override
    public boolean equals(Object other) {
        if (other instanceof IntValue number) {
            return big == null ? number.big == null && small == number.small : big.equals(number.big);
        }
        return other instanceof Value number && Numbers.equal(this, number);
    }

    @Override
    public int hashCode() {
        if (big != null && Double.isInfinite(big.doubleValue())) {
            return big.hashCode();
        }
        return Numbers.hash(big == null ? (double) small : big.doubleValue());
    }

    @Override
    public String toString() {
        return big == null ? Long.toString(small) : big.toString();
    }
}
