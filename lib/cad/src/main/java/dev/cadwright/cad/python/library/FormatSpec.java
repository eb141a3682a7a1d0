package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.PythonError;

/**
 * A format specification, {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}.
 *
 * @param align {@code <}, {@code >}, {@code =} or {@code ^}; 0 for the default
 * @param sign {@code +}, {@code -} or a space
 * @param width 0 for none
 * @param grouping {@code ,} or {@code _}; 0 for none
 * @param precision −1 for none
 * @param type 0 for none
 */
record FormatSpec(
        String fill, char align, char sign, boolean alternate, int width, char grouping, int precision, char type) {
    private static final int LARGEST = 1 << 24;

    /** Reads a specification for a value of a type. */
    static FormatSpec of(String text, String typeName) {
        return new Reader(text, typeName).read();
    }

    private static final class Reader {
        private final String text;
        private final String typeName;
        private int position;

        Reader(String text, String typeName) {
            this.text = text;
            this.typeName = typeName;
        }

        FormatSpec read() {
            String fill = " ";
            char align = 0;
            int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
            if (first < text.length() && isAlign(text.charAt(first))) {
                fill = text.substring(0, first);
                align = text.charAt(first);
                position = first + 1;
            } else if (isAlign(peek())) {
                align = take();
            }
            char sign = "+- ".indexOf(peek()) >= 0 && peek() != 0 ? take() : '-';
            boolean alternate = takes('#');
            if (takes('0') && align == 0) {
                fill = "0";
                align = '=';
            }
            int width = isDigit(peek()) ? number() : 0;
            char grouping = peek() == ',' || peek() == '_' ? take() : 0;
            int precision = -1;
            if (takes('.')) {
                if (!isDigit(peek())) {
                    throw PythonError.valueError("Format specifier missing precision");
                }
                precision = number();
            }
            char type = position < text.length() ? take() : 0;
            if (position < text.length()) {
                throw PythonError.valueError(
                        "Invalid format specifier '" + text + "' for object of type '" + typeName + "'");
            }
            return new FormatSpec(fill, align, sign, alternate, width, grouping, precision, type);
        }

        private int number() {
            long number = 0;
            while (isDigit(peek())) {
                number = number * 10 + (take() - '0');
                if (number > LARGEST) {
                    throw PythonError.valueError("Too many decimal digits in format string");
                }
            }
            return (int) number;
        }

        private boolean takes(char expected) {
            if (peek() == expected) {
                position++;
                return true;
            }
            return false;
        }

        private char take() {
            return text.charAt(position++);
        }

        private char peek() {
            return position < text.length() ? text.charAt(position) : 0;
        }

        private static boolean isAlign(char c) {
            return c == '<' || c == '>' || c == '=' || c == '^';
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
