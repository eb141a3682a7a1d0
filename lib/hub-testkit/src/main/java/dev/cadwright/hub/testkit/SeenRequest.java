package dev.cadwright.hub.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * A request that came.
 *
 * @param host {@code hub} or {@code storage}
 * @param headers by lower-case name
 */
public record SeenRequest(String host, String method, String path, Map<String, String> headers) {
    public SeenRequest {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
