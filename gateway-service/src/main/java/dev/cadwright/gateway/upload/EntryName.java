package dev.cadwright.gateway.upload;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Which names may stand in an archive: relative, plain, and the same on every file system. */
public final class EntryName {
    private static final int LONGEST = 1024;
    private static final int LONGEST_PART = 255;
    private static final int DEEPEST = 32;

    private EntryName() {}

    /** What is wrong with a name, if anything. */
    public static Optional<String> fault(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("is longer than %d bytes".formatted(LONGEST));
        }
        if (name.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == 0xfffd)) {
            return Optional.of("holds a control character or is not UTF-8");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("holds a backslash");
        }
        if (name.startsWith("/") || name.matches("^[A-Za-z]:.*")) {
            return Optional.of("is an absolute path");
        }
        var parts = name.split("/", -1);
        if (parts.length > DEEPEST) {
            return Optional.of("is nested deeper than %d folders".formatted(DEEPEST));
        }
        for (var part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of("has an empty, \".\" or \"..\" part");
            }
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
                return Optional.of("has a part longer than %d bytes".formatted(LONGEST_PART));
            }
        }
        return Optional.empty();
    }

    /** Equal for names that some file system takes for the same. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Files that desktop systems add by themselves. */
    static boolean isClutter(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.equals(".DS_Store")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }
}
