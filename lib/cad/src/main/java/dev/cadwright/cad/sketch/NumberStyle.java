package dev.cadwright.cad.sketch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How numbers are written. */
public sealed interface NumberStyle {
    /** The shortest form that reads back to the same number. */
    record Exact() implements NumberStyle {}

    /** Rounded to so many digits behind the point; axes of planes keep at least six. */
    record Decimals(int digits) implements NumberStyle {
        public Decimals {
            requireDigits(digits, 0);
        }
    }

    /** Rounded to so many digits from the first that is not zero. */
    record Significant(int digits) implements NumberStyle {
        public Significant {
            requireDigits(digits, 1);
        }
    }

    static NumberStyle exact() {
        return new Exact();
    }

    /** A length or coordinate as text, without needless zeros. */
    default String format(double value) {
        return switch (this) {
            case Exact exact -> plain(decimal(value));
            case Decimals(int digits) -> plain(decimal(value).setScale(digits, RoundingMode.HALF_EVEN));
            case Significant(int digits) ->
                plain(decimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
        };
    }

    /** A component of a direction as text. */
    default String formatDirection(double value) {
        return switch (this) {
            case Exact exact -> format(value);
            case Decimals(int digits) -> new Decimals(Math.max(6, digits)).format(value);
            case Significant(int digits) -> new Decimals(Math.max(6, digits)).format(value);
        };
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }

    /** Positional where that is short, so that 0.0254 is not written 2.54e-2. */
    private static String plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        if (bare.signum() == 0 || (exponent >= -6 && exponent < 16)) {
            return bare.toPlainString();
        }
        return bare.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    private static void requireDigits(int digits, int least) {
        if (digits < least || digits > 17) {
            throw new IllegalArgumentException("digits must be from " + least + " to 17, not " + digits);
        }
    }
}
