package dev.cadwright.jobs.gateway;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.contracts.JobError;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;

/** References to outputs of other jobs inside of an input: {@code {"$from": "<job id>", "path": "/manifest"}}. */
final class References {
    static final String FROM = "$from";
    static final String PATH = "path";

    /** The input with all references replaced, or why one could not be. */
    sealed interface Resolution {
        record Resolved(JsonNode input) implements Resolution {}

        record Unresolved(JobError error) implements Resolution {}
    }

    private References() {}

    /**
     * The jobs that an input refers to, in order of appearance.
     *
     * @throws IllegalArgumentException if an object has {@code $from} but is not a reference
     */
    static SequencedSet<UUID> in(JsonNode input) {
        SequencedSet<UUID> jobs = new LinkedHashSet<>();
        collect(input, jobs);
        return jobs;
    }

    private static void collect(JsonNode node, SequencedSet<UUID> jobs) {
        if (node.has(FROM)) {
            jobs.add(source(node));
            pointer(node);
        } else {
            node.forEach(child -> collect(child, jobs));
        }
    }

    /** Replaces each reference by its value in {@code outputs}, which holds the output of each succeeded job. */
    static Resolution resolve(JsonNode input, Map<UUID, JsonNode> outputs) {
        try {
            return new Resolution.Resolved(replaced(input, outputs));
        } catch (MissingValue e) {
            return new Resolution.Unresolved(JobError.permanent("reference_unresolved", e.getMessage()));
        }
    }

    private static JsonNode replaced(JsonNode node, Map<UUID, JsonNode> outputs) throws MissingValue {
        if (node.has(FROM)) {
            return value(node, outputs);
        }
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                for (Map.Entry<String, JsonNode> property : object.properties()) {
                    copy.set(property.getKey(), replaced(property.getValue(), outputs));
                }
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode(array.size());
                for (JsonNode element : array) {
                    copy.add(replaced(element, outputs));
                }
                yield copy;
            }
            default -> node;
        };
    }

    private static JsonNode value(JsonNode reference, Map<UUID, JsonNode> outputs) throws MissingValue {
        UUID job = source(reference);
        JsonPointer pointer = pointer(reference);
        JsonNode output = outputs.get(job);
        JsonNode value = output == null ? null : output.at(pointer);
        if (value == null || value.isMissingNode()) {
            throw new MissingValue("the output of job " + job + " has nothing at '" + pointer + "'");
        }
        return value;
    }

    private static UUID source(JsonNode reference) {
        boolean hasPath = reference.has(PATH);
        if (reference.size() != (hasPath ? 2 : 1)
                || !reference.get(FROM).isTextual()
                || hasPath && !reference.get(PATH).isTextual()) {
            throw new IllegalArgumentException("a reference is {\"$from\": \"<job id>\", \"path\": \"/…\"}");
        }
        String text = reference.get(FROM).textValue();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not the id of a job: " + text, e);
        }
    }

    private static JsonPointer pointer(JsonNode reference) {
        return JsonPointer.compile(reference.path(PATH).asText(""));
    }

    private static final class MissingValue extends Exception {
        private static final long serialVersionUID = 1L;

        MissingValue(String message) {
            super(message);
        }
    }
}
