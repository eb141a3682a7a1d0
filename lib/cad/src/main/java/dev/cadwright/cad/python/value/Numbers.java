package dev.cadwright.cad.python.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** What numbers of different types have in common. */
public final class Numbers {
    private static final int LARGEST_PLAIN_EXPONENT = 16;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private Numbers() {}

    /** Whether a value is an int, a float or a bool. */
    public static boolean isNumber(Value value) {
        return value instanceof IntValue || value instanceof FloatValue || value instanceof BoolValue;
    }

    /** Whether two values are numbers of the same amount; exact also between an int and a float. */
    public static boolean equal(Value left, Value right) {
        return switch (left) {
            case BoolValue bool -> equal(bool.toInt(), right);
            case IntValue whole ->
                switch (right) {
                    case BoolValue bool -> whole.equals(bool.toInt());
                    case IntValue other -> whole.equals(other);
                    case FloatValue(double other) -> compare(whole, other) == 0;
                    default -> false;
                };
            case FloatValue(double value) ->
                right instanceof FloatValue(double other) ? value == other : isNumber(right) && equal(right, left);
            default -> false;
        };
    }

    /** Negative, zero or positive as the int is less than, equal to or greater than a number; 1 for NaN. */
    public static int compare(IntValue whole, double number) {
        if (Double.isNaN(number)) {
            return 1;
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? -1 : 1;
        }
        if (whole.isLong() && Math.abs(whole.longValue()) <= 1L << 53) {
            return Double.compare((double) whole.longValue(), number == 0 ? 0.0 : number);
        }
        return new BigDecimal(whole.toBigInteger()).compareTo(new BigDecimal(number));
    }

    /** Of a number, whatever its type; spread out, since programs like to hash grids of small numbers. */
    static int hash(double value) {
        long bits =
                value == Math.rint(value) && Math.abs(value) < 0x1p63 ? (long) value : Double.doubleToLongBits(value);
        bits = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (int) (bits ^ (bits >>> 33));
    }

    /** The whole part of a finite double. */
    public static IntValue truncate(double value) {
        if (Math.abs(value) < 0x1p63) {
            return IntValue.of((long) value);
        }
        BigInteger whole = new BigDecimal(value).toBigInteger();
        return IntValue.of(whole);
    }

    /** The shortest decimal that reads back as the same double, in Python's notation: {@code 1e-07}, {@code 2.0}. */
    public static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        double magnitude = Math.abs(value);
        if (magnitude == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
        shortest = shortest.precision() == 2 ? withOneDigit(shortest, magnitude) : shortest;
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= LARGEST_PLAIN_EXPONENT) {
            return sign + scientific(digits, exponent);
        }
        String plain = shortest.toPlainString();
        return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
    }

    /** Java shows two digits at least; one is enough where it reads back as the same double. */
    private static BigDecimal withOneDigit(BigDecimal two, double magnitude) {
        BigDecimal one = two.round(new MathContext(1)).stripTrailingZeros();
        return one.doubleValue() == magnitude ? one : two;
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        String size = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size.length() < 2 ? "0" + size : size);
    }
}
