package dev.cadwright.dataset.manifest;

import java.util.Objects;

/**
 * What was left out, and why.
 *
 * @param id of a sample; of a file, that of the sample it would have become
 * @param reason an execution category, {@code degenerate}, {@code no_geometry} or {@code unreadable}
 */
public record Rejection(String id, String reason) {
    public Rejection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reason, "reason");
    }
}
