package dev.cadwright.gateway.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.gateway.kind.Kind;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A job about to be submitted.
 *
 * @param input what its kind defines; places of other jobs' outputs are references
 * @param labels names of the resources that it concerns
 */
public record Draft(UUID id, Kind kind, ObjectNode input, Map<String, String> labels) {
    public Draft {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(input, "input");
        labels = Map.copyOf(labels);
    }
}
