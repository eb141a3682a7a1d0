package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.List;

/** {@code "…" % values}. */
final class PercentFormat {
    private final String format;
    private final Value argument;
    private final List<Value> values;
    private final Runtime runtime;
    private final StringBuilder out = new StringBuilder();
    private int position;
    private int used;
    private boolean mapped;

    private PercentFormat(String format, Value argument, Runtime runtime) {
        this.format = format;
        this.argument = argument;
        this.values = argument instanceof TupleValue tuple ? tuple.items() : List.of(argument);
        this.runtime = runtime;
    }

    static String format(String format, Value argument, Runtime runtime) {
        return new PercentFormat(format, argument, runtime).format();
    }

    private String format() {
        while (position < format.length()) {
            char here = format.charAt(position++);
            if (here == '%') {
                field();
            } else {
                out.append(here);
            }
        }
        boolean left = used < values.size() && !mapped && !(argument instanceof DictValue);
        if (left) {
            throw PythonError.typeError("not all arguments converted during string formatting");
        }
        Sequences.chargeText(runtime, out.length());
        return out.toString();
    }

    private void field() {
        Value keyed = peek() == '(' ? keyed() : null;
        String flags = "";
        while ("#0- +".indexOf(peek()) >= 0 && peek() != 0) {
            flags += take();
        }
        String width = count();
        String precision = "";
        if (peek() == '.') {
            take();
            precision = count();
            precision = precision.isEmpty() ? ".0" : "." + precision;
        }
        while (peek() == 'l' || peek() == 'h' || peek() == 'L') {
            take();
        }
        char type = take();
        if (type == '%') {
            out.append('%');
            return;
        }
        Value value = keyed == null ? nextValue() : keyed;
        String negativeWidth = width.startsWith("-") ? "-" : "";
        out.append(converted(value, flags + negativeWidth, width.replace("-", ""), precision, type));
    }

    private String converted(Value value, String flags, String width, String precision, char type) {
        boolean left = flags.contains("-");
        String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
        String alternate = flags.contains("#") ? "#" : "";
        String zero = flags.contains("0") && !left ? "0" : "";
        String align = left ? "<" : ">";
        return switch (type) {
            case 's', 'r', 'a' -> {
                String text = type == 's' ? runtime.str(value) : runtime.repr(value);
                yield apply(new StrValue(text), align + width + precision);
            }
            case 'c' -> apply(new StrValue(character(value)), align + width);
            case 'd', 'i', 'u' -> apply(whole(value, type), (left ? "<" : "") + sign + zero + width + "d");
            case 'x', 'X', 'o' -> apply(whole(value, type), (left ? "<" : "") + sign + alternate + zero + width + type);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> {
                FloatValue number = new FloatValue(number(value));
                yield apply(number, (left ? "<" : "") + sign + alternate + zero + width + precision + type);
            }
            default ->
                throw PythonError.valueError("unsupported format character '" + type + "' (0x"
                        + Integer.toHexString(type) + ") at index " + (position - 1));
        };
    }

    private String apply(Value value, String specification) {
        return Formatter.format(value, specification, runtime).orElseThrow();
    }

    private static IntValue whole(Value value, char type) {
        return switch (value) {
            case IntValue number -> number;
            case BoolValue bool -> bool.toInt();
            case FloatValue(double number)
            when Double.isFinite(number) && "diu".indexOf(type) >= 0 -> Numbers.truncate(number);
            default ->
                throw PythonError.typeError("%" + type + " format: "
                        + ("diu".indexOf(type) >= 0 ? "a real number" : "an integer") + " is required, not "
                        + value.typeName());
        };
    }

    private static double number(Value value) {
        return switch (value) {
            case FloatValue(double number) -> number;
            case IntValue number -> IntMath.toFloat(number);
            case BoolValue bool -> bool.value() ? 1 : 0;
            default -> throw PythonError.typeError("must be real number, not " + value.typeName());
        };
    }

    private static String character(Value value) {
        return switch (value) {
            case IntValue number -> TextFunctions.character(number);
            case StrValue(String text) when text.codePointCount(0, text.length()) == 1 -> text;
            default -> throw PythonError.typeError("%c requires int or char");
        };
    }

    private Value keyed() {
        int end = format.indexOf(')', position);
        if (end < 0) {
            throw PythonError.valueError("incomplete format key");
        }
        if (!(argument instanceof DictValue)) {
            throw PythonError.typeError("format requires a mapping");
        }
        String key = format.substring(position + 1, end);
        position = end + 1;
        mapped = true;
        return runtime.index(argument, new StrValue(key));
    }

    private Value nextValue() {
        if (used >= values.size()) {
            throw PythonError.typeError("not enough arguments for format string");
        }
        return values.get(used++);
    }

    private String count() {
        if (peek() == '*') {
            take();
            return Repr.digits(whole(nextValue(), 'd'));
        }
        StringBuilder digits = new StringBuilder();
        while (peek() >= '0' && peek() <= '9') {
            digits.append(take());
        }
        return digits.toString();
    }

    private char peek() {
        return position < format.length() ? format.charAt(position) : 0;
    }

    private char take() {
        if (position >= format.length()) {
            throw PythonError.valueError("incomplete format");
        }
        return format.charAt(position++);
    }
}
