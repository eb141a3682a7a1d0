package dev.cadwright.gateway.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.gateway.problem.Fault;
import java.util.Optional;
import java.util.UUID;

/** The place in a job's input that another job's output will fill: {@code {"$from": "<job id>", "path": "/manifest"}}. */
final class Reference {
    private static final String FROM = "$from";
    private static final String PATH = "path";

    private Reference() {}

    static boolean looksLike(JsonNode node) {
        return node.isObject() && node.has(FROM);
    }

    static Optional<Fault> check(JsonNode node, JsonPointer at) {
        var extra = node.size() > (node.has(PATH) ? 2 : 1);
        var path = node.path(PATH);
        var pathOk = path.isMissingNode()
                || path.isTextual()
                        && (path.textValue().isEmpty() || path.textValue().startsWith("/"));
        if (Scalars.check(node.get(FROM), UUID.class, at).isEmpty() && pathOk && !extra) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                at.toString(),
                "invalid_reference",
                "A reference names a job and, if it wants only a part of its output, a JSON Pointer into it.",
                "Write {\"$from\": \"<job id>\", \"path\": \"/manifest\"}."));
    }
}
