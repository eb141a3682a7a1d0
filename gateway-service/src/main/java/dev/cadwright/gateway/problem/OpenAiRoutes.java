package dev.cadwright.gateway.problem;

import java.util.List;

/** The routes that speak OpenAI's dialect; their errors do, too. */
public final class OpenAiRoutes {
    private static final List<String> PREFIXES = List.of("/v1/fine_tuning", "/v1/models", "/v1/chat");

    private OpenAiRoutes() {}

    /** Whether a path is one of them. */
    public static boolean contains(String path) {
        return PREFIXES.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
