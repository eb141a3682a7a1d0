package dev.cadwright.neural.tokenizer.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;

/** Python's {@code %} for texts: {@code %s}, {@code %d}, {@code %r} and {@code %.2f} with their widths. */
final class Formats {
    private Formats() {}

    static String percent(String format, Object values, Printer printer, Budget budget) {
        List<?> given = values instanceof Tuple tuple ? tuple : Collections.singletonList(values);
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            int end = i + 1;
            while (end < format.length() && "-0123456789.".indexOf(format.charAt(end)) >= 0) {
                end++;
            }
            if (end == format.length()) {
                throw TemplateException.runtime("a format is not complete");
            }
            char kind = format.charAt(end);
            if (kind == '%') {
                out.append('%');
            } else if (next == given.size()) {
                throw TemplateException.runtime("a format has too few values");
            } else {
                out.append(padded(format.substring(i + 1, end), kind, given.get(next++), printer, budget));
            }
            budget.text(out.length());
            i = end;
        }
        if (next < given.size()) {
            throw TemplateException.runtime("a format has too many values");
        }
        return out.toString();
    }

    private static String padded(String spec, char kind, Object value, Printer printer, Budget budget) {
        boolean left = spec.startsWith("-");
        boolean zeros = !left && spec.startsWith("0");
        int dot = spec.indexOf('.');
        int width = number(spec.substring(left ? 1 : 0, dot < 0 ? spec.length() : dot));
        int precision = dot < 0 ? -1 : number(spec.substring(dot + 1));
        String text =
                switch (kind) {
                    case 's' -> {
                        String whole = printer.text(value);
                        yield precision >= 0 && precision < whole.length() ? whole.substring(0, precision) : whole;
                    }
                    case 'd', 'i' ->
                        value instanceof Double number
                                ? Long.toString(number.longValue())
                                : Long.toString(Values.whole(value));
                    case 'f' -> fixed(Values.real(value), precision < 0 ? 6 : precision);
                    default -> throw TemplateException.runtime("the format %" + kind + " is not supported");
                };
        budget.text(width);
        String fill = (zeros && kind != 's' ? "0" : " ").repeat(Math.max(0, width - text.length()));
        return left ? text + fill : fill + text;
    }

    static String fixed(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value) || digits > 100) {
            throw TemplateException.runtime("the number cannot be written");
        }
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static int number(String digits) {
        try {
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw TemplateException.runtime("a format's width is not a number");
        }
    }
}
