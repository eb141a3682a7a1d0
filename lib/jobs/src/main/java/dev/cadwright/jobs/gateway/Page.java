package dev.cadwright.jobs.gateway;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next opaque cursor of the next part; empty at the end
 */
public record Page<T>(List<T> data, Optional<String> next) {
    public Page {
        data = List.copyOf(data);
        Objects.requireNonNull(next, "next");
    }
}
