package dev.cadwright.hub.http;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One request.
 *
 * @param body made anew for each try
 * @param patience for the answer to begin, where that is not the usual one
 */
public record Ask(
        String method,
        URI uri,
        Map<String, String> headers,
        Optional<Supplier<BodyPublisher>> body,
        Optional<Duration> patience) {
    public Ask {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        headers = Map.copyOf(headers);
    }

    public static Ask get(URI uri) {
        return new Ask("GET", uri, Map.of(), Optional.empty(), Optional.empty());
    }

    public static Ask head(URI uri) {
        return new Ask("HEAD", uri, Map.of(), Optional.empty(), Optional.empty());
    }

    public static Ask post(URI uri, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Ask(
                "POST",
                uri,
                Map.of("Content-Type", type, "Accept", type.contains("git-lfs") ? type : "application/json"),
                Optional.of(() -> BodyPublishers.ofByteArray(bytes)),
                Optional.empty());
    }

    /** Bytes from one position up to, and without, another. */
    public Ask range(long start, long end) {
        return new Ask(method, uri, Map.of("Range", "bytes=%d-%d".formatted(start, end - 1)), body, patience);
    }
}
