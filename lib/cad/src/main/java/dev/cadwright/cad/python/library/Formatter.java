package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** {@code format(value, specification)} of numbers and strings. */
public final class Formatter {
    private Formatter() {}

    /** The formatted value; empty for a value that is neither a number nor a string. */
    public static Optional<String> format(Value value, String specification, Runtime runtime) {
        return switch (value) {
            case StrValue(String text) -> Optional.of(text(text, specification, runtime));
            case BoolValue bool when specification.isEmpty() -> Optional.of(bool.toString());
            case BoolValue bool -> Optional.of(whole(bool.toInt(), specification, runtime));
            case IntValue number -> Optional.of(whole(number, specification, runtime));
            case FloatValue(double number) -> Optional.of(real(number, specification, "float", runtime));
            default -> Optional.empty();
        };
    }

    private static String text(String text, String specification, Runtime runtime) {
        if (specification.isEmpty()) {
            return text;
        }
        FormatSpec spec = FormatSpec.of(specification, "str");
        if (spec.type() != 0 && spec.type() != 's') {
            throw unknown(spec.type(), "str");
        }
        if (spec.align() == '=') {
            throw PythonError.valueError("'=' alignment not allowed in string format specifier");
        }
        int cut = spec.precision() < 0 ? text.length() : Math.min(spec.precision(), text.length());
        return pad("", text.substring(0, cut), spec, '<', runtime);
    }

    private static String whole(IntValue number, String specification, Runtime runtime) {
        if (specification.isEmpty()) {
            return Repr.digits(number);
        }
        FormatSpec spec = FormatSpec.of(specification, "int");
        if ("eEfFgG%".indexOf(spec.type()) >= 0 && spec.type() != 0) {
            return real(IntMath.toFloat(number), specification, "int", runtime);
        }
        if (spec.precision() >= 0) {
            throw PythonError.valueError("Precision not allowed in integer format specifier");
        }
        String sign = sign(number.sign() < 0, spec);
        BigInteger magnitude = number.toBigInteger().abs();
        return switch (spec.type()) {
            case 0, 'd', 'n' -> pad(sign, grouped(Repr.digits(IntValue.of(magnitude)), 3, spec), spec, '>', runtime);
            case 'b' -> radix(sign, "0b", magnitude.toString(2), spec, runtime);
            case 'o' -> radix(sign, "0o", magnitude.toString(8), spec, runtime);
            case 'x' -> radix(sign, "0x", magnitude.toString(16), spec, runtime);
            case 'X' -> radix(sign, "0X", magnitude.toString(16).toUpperCase(Locale.ROOT), spec, runtime);
            case 'c' -> pad("", TextFunctions.character(number), spec, '<', runtime);
            default -> throw unknown(spec.type(), "int");
        };
    }

    private static String radix(String sign, String prefix, String digits, FormatSpec spec, Runtime runtime) {
        return pad(sign + (spec.alternate() ? prefix : ""), grouped(digits, 4, spec), spec, '>', runtime);
    }

    private static String real(double number, String specification, String typeName, Runtime runtime) {
        if (specification.isEmpty()) {
            return Numbers.repr(number);
        }
        FormatSpec spec = FormatSpec.of(specification, typeName);
        if (spec.type() != 0 && "eEfFgGn%".indexOf(spec.type()) < 0) {
            throw unknown(spec.type(), typeName);
        }
        Sequences.chargeText(runtime, Math.max(0, spec.precision()) + 400L);
        boolean negative = Double.doubleToRawLongBits(number) < 0 && !Double.isNaN(number);
        String digits = DecimalText.of(Math.abs(number), spec);
        int whole = 0;
        while (whole < digits.length() && Character.isDigit(digits.charAt(whole))) {
            whole++;
        }
        String body = grouped(digits.substring(0, whole), 3, spec, digits.length() - whole, negative)
                + digits.substring(whole);
        return pad(sign(negative, spec), body, spec, '>', runtime);
    }

    private static String sign(boolean negative, FormatSpec spec) {
        return negative ? "-" : spec.sign() == '-' ? "" : String.valueOf(spec.sign());
    }

    private static String grouped(String digits, int size, FormatSpec spec) {
        return grouped(digits, size, spec, 0, false);
    }

    /** Digits with separators; leading zeros that fill a width are grouped too. */
    private static String grouped(String digits, int size, FormatSpec spec, int behind, boolean negative) {
        if (spec.grouping() == 0 || digits.isEmpty()) {
            return digits;
        }
        String filled = digits;
        if (spec.align() == '=' && spec.fill().equals("0")) {
            int room = spec.width() - behind - (negative || spec.sign() != '-' ? 1 : 0);
            int fits = room - room / (size + 1);
            filled = "0".repeat(Math.max(0, fits - digits.length())) + digits;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < filled.length(); i++) {
            boolean between = i > 0 && (filled.length() - i) % size == 0;
            out.append(between ? String.valueOf(spec.grouping()) : "").append(filled.charAt(i));
        }
        return out.toString();
    }

    private static String pad(String sign, String body, FormatSpec spec, char usual, Runtime runtime) {
        int missing = spec.width() - sign.length() - body.codePointCount(0, body.length());
        if (missing <= 0) {
            return sign + body;
        }
        Sequences.chargeText(runtime, spec.width());
        String fill = spec.fill();
        return switch (spec.align() == 0 ? usual : spec.align()) {
            case '<' -> sign + body + fill.repeat(missing);
            case '^' -> fill.repeat(missing / 2) + sign + body + fill.repeat(missing - missing / 2);
            case '=' -> sign + fill.repeat(missing) + body;
            default -> fill.repeat(missing) + sign + body;
        };
    }

    private static PythonError unknown(char type, String typeName) {
        return PythonError.valueError("Unknown format code '" + type + "' for object of type '" + typeName + "'");
    }
}
