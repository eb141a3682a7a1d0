package dev.cadwright.hub;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A model repository of a hub, and what of it: {@code ORGANISATION/NAME}, or {@code NAME} for the oldest ones, at a
 * branch, a tag, a commit or a reference such as {@code refs/pr/1}.
 *
 * @param repository at most 96 characters; each part of letters, digits, {@code -}, {@code _} and {@code .}
 * @param revision {@value #DEFAULT_REVISION} unless said otherwise
 */
public record ModelAddress(String repository, String revision) {
    public static final String DEFAULT_REVISION = "main";

    private static final int LONGEST = 96;
    private static final int LONGEST_LOCAL_NAME = 63;
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?");
    private static final Pattern REVISION =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.+-]*)*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /** @throws HubException {@code invalid_name} */
    public ModelAddress {
        if (!isRepository(repository)) {
            throw new HubException(
                    HubException.Code.INVALID_NAME,
                    "\"%s\" is not the name of a repository; one looks like organisation/model.".formatted(repository));
        }
        if (revision == null
                || revision.length() > 250
                || revision.contains("..")
                || !REVISION.matcher(revision).matches()) {
            throw new HubException(
                    HubException.Code.INVALID_NAME,
                    "\"%s\" is not a revision: give a branch, a tag or a commit.".formatted(revision));
        }
    }

    /** {@code REPOSITORY} or {@code REPOSITORY@REVISION}. */
    public static ModelAddress parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new ModelAddress(text, DEFAULT_REVISION)
                : new ModelAddress(text.substring(0, at), text.substring(at + 1));
    }

    /** What a model of a repository is called here, unless it is given another name: as {@code qwen--qwen2.5-0.5b}. */
    public static String localName(String repository) {
        String name = repository.toLowerCase(Locale.ROOT).replace("/", "--").replaceFirst("^[^a-z0-9]+", "");
        return name.substring(0, Math.min(LONGEST_LOCAL_NAME, name.length()));
    }

    /** Whether a text has the form of a repository's name. */
    public static boolean isRepository(String text) {
        if (text == null
                || text.length() > LONGEST
                || text.contains("--")
                || text.contains("..")
                || text.endsWith(".git")) {
            return false;
        }
        String[] parts = text.split("/", -1);
        return parts.length <= 2
                && Arrays.stream(parts).allMatch(part -> PART.matcher(part).matches());
    }

    /** Whether the text is a full commit hash, which can never come to mean something else. */
    public static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }

    public ModelAddress at(String otherRevision) {
        return new ModelAddress(repository, otherRevision);
    }

    @Override
    public String toString() {
        return revision.equals(DEFAULT_REVISION) ? repository : repository + "@" + revision;
    }
}
