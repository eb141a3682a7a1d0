package dev.cadwright.gateway.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes parts of inputs; what is absent is left out. */
public final class Inputs {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Inputs() {}

    /** An empty input. */
    public static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    /** A record's fields that are set. */
    public static ObjectNode of(Record fields) {
        return JSON.valueToTree(fields);
    }

    /** Sets a field unless the value is null. */
    public static void put(ObjectNode input, String field, Object value) {
        if (value != null) {
            input.set(field, JSON.valueToTree(value));
        }
    }
}
