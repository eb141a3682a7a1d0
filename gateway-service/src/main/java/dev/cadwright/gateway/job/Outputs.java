package dev.cadwright.gateway.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cadwright.artifacts.Sha256;
import dev.cadwright.contracts.Job;
import dev.cadwright.gateway.artifact.ArtifactLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads outputs, which services write: what is not as agreed reads as absent. */
public final class Outputs {
    private Outputs() {}

    /** A part of a job's output; a missing node where there is none. */
    public static JsonNode at(Job job, String pointer) {
        return job.output().map(output -> output.at(pointer)).orElse(MissingNode.getInstance());
    }

    /** A link to the artifact that a part of the output names, or null. */
    public static ArtifactLink link(Job job, String pointer, String name) {
        return sha(at(job, pointer)).map(sha -> ArtifactLink.of(sha, name)).orElse(null);
    }

    /** The digest that a value is, if it is one. */
    public static Optional<String> sha(JsonNode value) {
        return Optional.ofNullable(value.textValue()).filter(Sha256::isValid);
    }

    /** A whole number of the output, or null. */
    public static Long number(Job job, String pointer) {
        var node = at(job, pointer);
        return node.isNumber() ? Long.valueOf(node.longValue()) : null;
    }

    /** Numbers by name, or null. */
    public static Map<String, Long> counts(Job job, String pointer) {
        var node = at(job, pointer);
        if (!node.isObject()) {
            return null;
        }
        var counts = new LinkedHashMap<String, Long>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }
}
