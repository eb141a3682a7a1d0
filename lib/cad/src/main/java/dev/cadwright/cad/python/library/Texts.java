package dev.cadwright.cad.python.library;

/** Texts in plain ASCII. */
public final class Texts {
    private Texts() {}

    /** A text whose characters beyond ASCII are escapes. */
    public static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (character < 0x80) {
                out.appendCodePoint(character);
            } else if (character < 0x100) {
                out.append("\\x%02x".formatted(character));
            } else {
                out.append((character < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(character));
            }
        });
        return out.toString();
    }
}
