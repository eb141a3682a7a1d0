package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.Value;

/** What strings and numbers of characters have to do with each other. */
final class TextFunctions {
    private TextFunctions() {}

    /** {@code chr(number)}. */
    static String character(IntValue number) {
        boolean valid = number.isLong() && number.longValue() >= 0 && number.longValue() <= Character.MAX_CODE_POINT;
        if (!valid) {
            throw PythonError.valueError("chr() arg not in range(0x110000)");
        }
        return Character.toString((int) number.longValue());
    }

    /** {@code ord(value)}. */
    static int codePoint(Value value) {
        if (value instanceof StrValue(String text)) {
            return codePoint(text);
        }
        throw PythonError.typeError("ord() expected string of length 1, but " + value.typeName() + " found");
    }

    static int codePoint(String text) {
        int length = text.codePointCount(0, text.length());
        if (length != 1) {
            throw PythonError.typeError("ord() expected a character, but string of length " + length + " found");
        }
        return text.codePointAt(0);
    }
}
