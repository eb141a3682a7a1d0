package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.Arguments;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Numbers;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.Runtime;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code int(x)} and {@code float(x)}. */
final class NumberParsing {
    private static final int MOST_DIGITS = 4300;
    private static final Pattern REAL = Pattern.compile("[+-]?([0-9]++\\.?[0-9]*+|\\.[0-9]++)([eE][+-]?[0-9]++)?");
    private static final Pattern LONE_UNDERSCORE = Pattern.compile("(?<![0-9])_|_(?![0-9])");

    private NumberParsing() {}

    static Value toInt(Arguments call) {
        Value value = call.at(0);
        if (call.at(1) != NoneValue.NONE) {
            if (!(value instanceof StrValue(String text))) {
                throw PythonError.typeError("int() can't convert non-string with explicit base");
            }
            return parse(text, call.integer("base"), call.runtime());
        }
        return switch (value) {
            case IntValue number -> number;
            case BoolValue bool -> bool.toInt();
            case FloatValue(double number) -> ScalarTypes.truncated(number);
            case StrValue(String text) -> parse(text, 10, call.runtime());
            default ->
                converted(call, "__int__")
                        .or(() -> converted(call, "__trunc__"))
                        .orElseThrow(() -> PythonError.typeError(
                                "int() argument must be a string, a bytes-like object or a real number, not '"
                                        + value.typeName() + "'"));
        };
    }

    static Value toFloat(Arguments call) {
        Value value = call.at(0);
        return switch (value) {
            case FloatValue number -> number;
            case IntValue number -> new FloatValue(IntMath.toFloat(number));
            case BoolValue bool -> new FloatValue(bool.value() ? 1 : 0);
            case StrValue(String text) -> new FloatValue(real(text));
            default ->
                converted(call, "__float__")
                        .orElseThrow(() -> PythonError.typeError(
                                "float() argument must be a string or a real number, not '" + value.typeName() + "'"));
        };
    }

    private static Optional<Value> converted(Arguments call, String method) {
        return call.runtime()
                .findAttribute(call.at(0), method)
                .map(function -> call.runtime().call(function, List.of()))
                .filter(Numbers::isNumber);
    }

    private static IntValue parse(String text, long base, Runtime runtime) {
        if (base != 0 && (base < 2 || base > 36)) {
            throw PythonError.valueError("int() base must be >= 2 and <= 36, or 0");
        }
        String digits = text.strip();
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        int radix = (int) base;
        String lower = digits.toLowerCase(Locale.ROOT);
        int prefixed = lower.startsWith("0x") ? 16 : lower.startsWith("0o") ? 8 : lower.startsWith("0b") ? 2 : 0;
        if (prefixed != 0 && (base == 0 || base == prefixed)) {
            radix = prefixed;
            digits = digits.substring(digits.startsWith("_", 2) ? 3 : 2);
        }
        radix = radix == 0 ? 10 : radix;
        boolean sound = !digits.isEmpty() && !digits.startsWith("_") && !digits.endsWith("_") && !digits.contains("__");
        String plain = digits.replace("_", "");
        for (int i = 0; sound && i < plain.length(); i++) {
            sound = Character.digit(plain.charAt(i), radix) >= 0;
        }
        if (!sound) {
            throw PythonError.valueError("invalid literal for int() with base " + base + ": " + TextRepr.of(text));
        }
        if (plain.length() > MOST_DIGITS && Integer.bitCount(radix) != 1) {
            throw PythonError.valueError("Exceeds the limit (" + MOST_DIGITS
                    + " digits) for integer string conversion: value has " + plain.length()
                    + " digits; use sys.set_int_max_str_digits() to increase the limit");
        }
        runtime.requireBits(plain.length() * (long) (Integer.SIZE - Integer.numberOfLeadingZeros(radix - 1)));
        BigInteger number = new BigInteger(plain, radix);
        return IntValue.of(negative ? number.negate() : number);
    }

    private static double real(String text) {
        String stripped = text.strip();
        String lower = stripped.toLowerCase(Locale.ROOT);
        String unsigned = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
        double sign = lower.startsWith("-") ? -1 : 1;
        if (unsigned.equals("inf") || unsigned.equals("infinity")) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (unsigned.equals("nan")) {
            return Double.NaN;
        }
        String digits = stripped.replace("_", "");
        if (LONE_UNDERSCORE.matcher(stripped).find() || !REAL.matcher(digits).matches()) {
            throw PythonError.valueError("could not convert string to float: " + TextRepr.of(text));
        }
        return Double.parseDouble(digits);
    }
}
