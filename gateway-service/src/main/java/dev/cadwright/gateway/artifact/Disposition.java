package dev.cadwright.gateway.artifact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The {@code Content-Disposition} header (RFC 6266). */
final class Disposition {
    private Disposition() {}

    /** Shown in the browser where it can; saved under the last part of {@code name}. */
    static String inline(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var ascii = last.replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = URLEncoder.encode(last, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "inline; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }
}
