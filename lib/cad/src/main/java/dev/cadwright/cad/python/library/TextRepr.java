package dev.cadwright.cad.python.library;

/** {@code repr()} and {@code ascii()} of strings. */
final class TextRepr {
    private TextRepr() {}

    static String of(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (character == quote) {
                        out.append('\\').append(quote);
                    } else if (isPrintable(character)) {
                        out.appendCodePoint(character);
                    } else {
                        out.append(escaped(character));
                    }
                }
            }
        });
        return out.append(quote).toString();
    }

    private static String escaped(int character) {
        if (character < 0x100) {
            return "\\x%02x".formatted(character);
        }
        return character < 0x10000 ? "\\u%04x".formatted(character) : "\\U%08x".formatted(character);
    }

    static boolean isPrintable(int character) {
        if (character == ' ') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
