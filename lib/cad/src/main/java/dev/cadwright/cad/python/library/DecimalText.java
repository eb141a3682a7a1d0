package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** The digits of a float that is not negative, as a format type asks for them; rounding is exact, halves to even. */
final class DecimalText {
    private static final int DEFAULT_PRECISION = 6;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private DecimalText() {}

    static String of(double value, FormatSpec spec) {
        boolean upper = Character.isUpperCase(spec.type());
        String text = Double.isFinite(value) ? finite(value, spec) : Numbers.repr(value);
        if (spec.type() == '%' && !Double.isFinite(value)) {
            text += "%";
        }
        return upper ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String finite(double value, FormatSpec spec) {
        int precision = spec.precision() < 0 ? DEFAULT_PRECISION : spec.precision();
        return switch (Character.toLowerCase(spec.type())) {
            case 'f' -> fixed(value, precision, spec.alternate());
            case '%' -> fixed(value * 100, precision, spec.alternate()) + "%";
            case 'e' -> scientific(new BigDecimal(value), precision, spec.alternate(), value);
            case 'g', 'n' -> general(value, Math.max(1, precision), spec.alternate(), Math.max(1, precision));
            default -> spec.precision() < 0 ? Numbers.repr(value) : plain(value, Math.max(1, spec.precision()), spec);
        };
    }

    private static String fixed(double value, int precision, boolean point) {
        if (!Double.isFinite(value)) {
            return Numbers.repr(value);
        }
        String text = new BigDecimal(value)
                .setScale(precision, RoundingMode.HALF_EVEN)
                .toPlainString();
        return point && precision == 0 ? text + "." : text;
    }

    /** No type but a precision: as {@code g}, with at least one digit behind the point. */
    private static String plain(double value, int precision, FormatSpec spec) {
        String text = general(value, precision, spec.alternate(), Math.max(1, precision - 1));
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 ? text + ".0" : text;
    }

    /** As C's {@code %g}: scientific where the exponent is small, or {@code largestPlain} or more. */
    private static String general(double value, int precision, boolean keepZeros, int largestPlain) {
        BigDecimal rounded = value == 0
                ? BigDecimal.ZERO
                : new BigDecimal(value).round(new MathContext(precision, RoundingMode.HALF_EVEN));
        int exponent = value == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        if (exponent < SMALLEST_PLAIN_EXPONENT || exponent >= largestPlain) {
            String text = scientific(rounded, precision - 1, keepZeros, value);
            return keepZeros ? text : withoutZeros(text);
        }
        String text = rounded.setScale(Math.max(0, precision - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
        if (keepZeros) {
            return text.indexOf('.') < 0 ? text + "." : text;
        }
        return withoutZeros(text);
    }

    private static String scientific(BigDecimal value, int precision, boolean point, double original) {
        if (original == 0) {
            return "0" + (precision > 0 ? "." + "0".repeat(precision) : point ? "." : "") + "e+00";
        }
        BigDecimal rounded = value.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        StringBuilder digits = new StringBuilder(rounded.unscaledValue().toString());
        while (digits.length() < precision + 1) {
            digits.append('0');
        }
        digits.setLength(precision + 1);
        String mantissa = precision > 0 ? digits.insert(1, '.').toString() : digits + (point ? "." : "");
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static String withoutZeros(String text) {
        int exponent = text.indexOf('e');
        String mantissa = exponent < 0 ? text : text.substring(0, exponent);
        String rest = exponent < 0 ? "" : text.substring(exponent);
        if (mantissa.indexOf('.') < 0) {
            return text;
        }
        int end = mantissa.length();
        while (mantissa.charAt(end - 1) == '0') {
            end--;
        }
        return mantissa.substring(0, mantissa.charAt(end - 1) == '.' ? end - 1 : end) + rest;
    }
}
