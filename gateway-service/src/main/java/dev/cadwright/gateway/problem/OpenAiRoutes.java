package dev.cadwright.gateway.problem;

import java.util.List;

/** The routes that speak OpenAI's dialect; their errors do, too. */
public final class OpenAiRoutes {
    private static final List<String> PREFIXES = List.of("/v1/fine_tuning", "/v1/models", "/v1/chat");
    /** Ours, though it begins as one of theirs. */
    private static final String DOWNLOADS = "/v1/models/downloads";

    private OpenAiRoutes() {}

    /** Whether a path is one of them. */
    public static boolean contains(String path) {
        return !isBelow(DOWNLOADS, path) && PREFIXES.stream().anyMatch(prefix -> isBelow(prefix, path));
    }

    private static boolean isBelow(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
