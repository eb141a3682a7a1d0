package dev.cadwright.cad.openscad;

/** The escapes of OpenSCAD's texts. */
final class ScadEscapes {
    private ScadEscapes() {}

    /** Appends what the backslash at an index stands for; how many characters it takes. */
    static int read(String text, int at, StringBuilder value) {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
        int plain = "ntr\\\"".indexOf(kind);
        if (plain >= 0) {
            value.append("\n\t\r\\\"".charAt(plain));
            return 2;
        }
        int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 6 : 0;
        int code = digits == 0 ? -1 : hexadecimal(text, at + 2, digits);
        if (code < 0 || (kind == 'x' && code > 0x7f) || code > Character.MAX_CODE_POINT) {
            // The tool drops the backslash of what is no escape.
            return 1;
        }
        if (code == 0) {
            value.append(' ');
        } else {
            value.appendCodePoint(code);
        }
        return 2 + digits;
    }

    /** A text as it stands in a program. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            int plain = "\n\t\r\\\"".indexOf(character);
            if (plain >= 0) {
                text.append('\\').append("ntr\\\"".charAt(plain));
            } else if (character < ' ' || character == 0x7f) {
                text.append(String.format("\\x%02x", (int) character));
            } else {
                text.append(character);
            }
        }
        return text.append('"').toString();
    }

    private static int hexadecimal(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0 || text.charAt(i) > 'f') {
                return -1;
            }
            value = 16 * value + digit;
        }
        return value;
    }
}
