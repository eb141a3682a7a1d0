package dev.cadwright.neural.tokenizer.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Filters that turn values into numbers. */
final class Numbers {
    private static final int MOST_DIGITS = 300;

    private Numbers() {}

    static Object whole(Object value, Object byDefault) {
        try {
            return switch (value) {
                case String text -> (Object) wholeOf(Text.strip(text));
                case Double number when Double.isNaN(number) || Double.isInfinite(number) -> byDefault;
                case Double number -> number.longValue();
                case Long number -> number;
                case Boolean truth -> truth ? 1L : 0L;
                case null, default -> byDefault;
            };
        } catch (NumberFormatException e) {
            return byDefault;
        }
    }

    static Object real(Object value, Object byDefault) {
        try {
            return switch (value) {
                case String text -> (Object) Double.parseDouble(Text.strip(text));
                case Double number -> number;
                case Long number -> number.doubleValue();
                case Boolean truth -> truth ? 1.0 : 0.0;
                case null, default -> byDefault;
            };
        } catch (NumberFormatException e) {
            return byDefault;
        }
    }

    /** Half to even, as Python rounds what the number exactly is. */
    static Object round(Object value, int precision, String method) {
        RoundingMode mode =
                switch (method) {
                    case "common" -> RoundingMode.HALF_EVEN;
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default -> throw TemplateException.runtime("there is no method of rounding \"" + method + "\"");
                };
        if (value instanceof Long && mode == RoundingMode.HALF_EVEN && precision >= 0) {
            return value;
        }
        double number = Values.real(value);
        if (Double.isNaN(number) || Double.isInfinite(number) || Math.abs(precision) > MOST_DIGITS) {
            return number;
        }
        return new BigDecimal(number).setScale(precision, mode).doubleValue();
    }

    private static long wholeOf(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return (long) Double.parseDouble(text);
        }
    }
}
