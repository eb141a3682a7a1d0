package dev.cadwright.jobs.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.ContractJson;
import java.util.Optional;

/** Contract values as JSON text, and back. */
public final class JsonText {
    private JsonText() {}

    public static String of(Object value) {
        try {
            return ContractJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not expressible as JSON: " + value.getClass(), e);
        }
    }

    /** Null for an absent value. */
    public static String ofOptional(Optional<?> value) {
        return value.map(JsonText::of).orElse(null);
    }

    public static <T> T read(String text, Class<T> type) {
        try {
            return ContractJson.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("stored JSON is not a " + type.getSimpleName(), e);
        }
    }

    public static JsonNode node(String text) {
        return read(text, JsonNode.class);
    }

    /** Absent for null. */
    public static <T> Optional<T> readOptional(String text, Class<T> type) {
        return Optional.ofNullable(text).map(t -> read(t, type));
    }
}
