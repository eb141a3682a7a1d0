package dev.cadwright.gateway.artifact;

import java.util.Arrays;

/** Weak comparison of entity tags (RFC 9110, section 13.1.2). */
final class EntityTags {
    private EntityTags() {}

    /** Whether an {@code If-None-Match} header, null where there is none, names the tag. */
    static boolean matches(String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }
}
