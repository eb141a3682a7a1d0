package dev.cadwright.neural.tokenizer.jinja;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values as Python prints them. */
final class Printer {
    private static final int DEEPEST = 64;

    private final Budget budget;

    Printer(Budget budget) {
        this.budget = budget;
    }

    /** {@code str(value)}. */
    String text(Object value) {
        String text = value instanceof String string ? string : written(value);
        budget.text(text.length());
        return text;
    }

    private String written(Object value) {
        if (value instanceof Undefined) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        write(value, out, 0);
        return out.toString();
    }

    private void write(Object value, StringBuilder out, int depth) {
        budget.step();
        if (depth > DEEPEST) {
            throw TemplateException.exhausted("a value is nested too deeply");
        }
        switch (value) {
            case null -> out.append("None");
            case Boolean truth -> out.append(truth ? "True" : "False");
            case Long number -> out.append(number);
            case Double number -> out.append(number(number));
            case String text -> quote(text, out);
            case List<?> list -> list(list, out, depth);
            case Map<?, ?> map -> map(map, out, depth);
            case Undefined undefined -> out.append("Undefined");
            default -> throw TemplateException.runtime(Values.type(value) + " cannot be printed");
        }
        budget.grown(out.length());
    }

    private void list(List<?> list, StringBuilder out, int depth) {
        boolean tuple = list instanceof Tuple;
        out.append(tuple ? '(' : '[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            write(items.next(), out, depth + 1);
            out.append(items.hasNext() ? ", " : tuple && list.size() == 1 ? "," : "");
        }
        out.append(tuple ? ')' : ']');
    }

    private void map(Map<?, ?> map, StringBuilder out, int depth) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            write(entry.getKey(), out, depth + 1);
            out.append(": ");
            write(entry.getValue(), out, depth + 1);
            out.append(entries.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    /** {@code repr} of a float: the shortest digits that give it back, with an exponent from 1e16 and below 1e-4. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            String plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String unscaled = digits.unscaledValue().abs().toString();
        String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
        return String.format(
                Locale.ROOT,
                "%s%s%se%s%02d",
                value < 0 ? "-" : "",
                unscaled.charAt(0),
                fraction,
                exponent < 0 ? "-" : "+",
                Math.abs(exponent));
    }

    private static void quote(String text, StringBuilder out) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        out.append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(quote);
                    } else if (printable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        String format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
                        out.append(String.format(Locale.ROOT, format, c));
                    }
                }
            }
        });
        out.append(quote);
    }

    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
