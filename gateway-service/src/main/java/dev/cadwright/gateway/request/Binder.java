package dev.cadwright.gateway.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cadwright.gateway.problem.Fault;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Turns a JSON body into a valid record, or into a problem that names every fault at once. Stricter than Jackson by
 * itself: unknown fields, duplicate fields, trailing text and coerced types are refused.
 */
@ApplicationScoped
public class Binder {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final Validator validator;

    Binder(Validator validator) {
        this.validator = validator;
    }

    /** Reads a body; an empty one is refused. */
    public <T> T read(InputStream body, Class<T> type) throws IOException {
        JsonNode tree;
        try {
            tree = json.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, Malformed.describe(malformed));
        }
        if (tree.isMissingNode() || tree.isNull()) {
            throw ProblemException.invalid("", "required", "The body is empty.", "Send a JSON object.");
        }
        return bind(tree, type);
    }

    /** A record that has the shape and keeps the constraints of its type. */
    public <T> T bind(JsonNode tree, Class<T> type) {
        var shape = new Shape(json, false);
        shape.check(tree, json.constructType(type), JsonPointer.empty());
        refuse(shape.faults());
        var value = convert(tree, type);
        refuse(Constraints.faults(validator.validate(value), json, type));
        return value;
    }

    /** Checks a job's input, in which references may stand for values that are not known yet. */
    public void check(JsonNode input, Class<?> type) {
        var shape = new Shape(json, true);
        shape.check(input, json.constructType(type), JsonPointer.empty());
        refuse(shape.faults());
        var holes = shape.referencedAt();
        var value = convert(without(input, holes), type);
        var faults = Constraints.faults(validator.validate(value), json, type).stream()
                .filter(fault -> holes.stream().noneMatch(hole -> concerns(fault, hole)))
                .toList();
        refuse(faults);
    }

    private static boolean concerns(Fault fault, JsonPointer hole) {
        return fault.pointer().equals(hole.toString()) || fault.pointer().startsWith(hole + "/");
    }

    private <T> T convert(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JsonProcessingException unexpected) {
            throw ProblemException.invalid("", "invalid_value", unexpected.getOriginalMessage(), null);
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static JsonNode without(JsonNode tree, List<JsonPointer> holes) {
        var copy = tree.<JsonNode>deepCopy();
        for (var hole : holes) {
            switch (copy.at(hole.head())) {
                case ObjectNode parent -> parent.remove(hole.last().getMatchingProperty());
                case ArrayNode parent -> parent.setNull(hole.last().getMatchingIndex());
                default -> throw new IllegalStateException("No parent of " + hole);
            }
        }
        return copy;
    }
}
