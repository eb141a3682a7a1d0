package dev.cadwright.hub;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The name of a file inside of a repository: parts joined by slashes, none of which leads out of it.
 *
 * @param text as the hub writes it
 */
public record RepositoryPath(String text) implements Comparable<RepositoryPath> {
    private static final int LONGEST = 1024;
    private static final int LONGEST_PART = 255;

    /** @throws HubException {@code unsafe_answer} if no file inside of a folder can have this name */
    public RepositoryPath {
        if (text == null
                || text.isEmpty()
                || bytes(text) > LONGEST
                || text.chars().anyMatch(RepositoryPath::isForbidden)) {
            throw unsafe(text);
        }
        for (String part : text.split("/", -1)) {
            if (part.isEmpty()
                    || part.equals(".")
                    || part.equals("..")
                    || part.equalsIgnoreCase(".git")
                    || bytes(part) > LONGEST_PART) {
                throw unsafe(text);
            }
        }
    }

    /** The file in a folder. */
    public Path in(Path folder) {
        Path file = folder.resolve(text).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw unsafe(text);
        }
        return file;
    }

    /** The last part. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static boolean isForbidden(int character) {
        return character < ' ' || character == 127 || character == '\\' || character == ':';
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static HubException unsafe(String text) {
        String shown = String.valueOf(text);
        return new HubException(
                HubException.Code.UNSAFE_ANSWER,
                "The hub names a file \"%s\", which would not stay in its folder; nothing was written."
                        .formatted(shown.substring(0, Math.min(120, shown.length()))
                                .replaceAll("\\p{Cntrl}", "?")));
    }

    @Override
    public int compareTo(RepositoryPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
