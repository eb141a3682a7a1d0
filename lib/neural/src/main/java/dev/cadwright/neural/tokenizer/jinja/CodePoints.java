package dev.cadwright.neural.tokenizer.jinja;

/** Texts counted in code points, as Python counts them. */
final class CodePoints {
    private CodePoints() {}

    static int compare(String first, String second) {
        int length = Math.min(first.length(), second.length());
        for (int i = 0; i < length; i++) {
            char a = first.charAt(i);
            char b = second.charAt(i);
            if (a != b) {
                boolean differ = Character.isSurrogate(a) != Character.isSurrogate(b);
                return differ ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(first.length(), second.length());
    }

    static boolean simple(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    static String substring(String text, int begin, int end) {
        return simple(text)
                ? text.substring(begin, end)
                : text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end));
    }

    /** The index counted in code points. */
    static long index(String text, int at) {
        return at < 0 ? -1 : text.codePointCount(0, at);
    }
}
