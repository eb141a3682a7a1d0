package dev.cadwright.gateway.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.gateway.problem.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** What a single JSON value must look like to become a Java value; nothing is coerced. */
final class Scalars {
    private Scalars() {}

    static Optional<Fault> check(JsonNode node, Class<?> type, JsonPointer at) {
        if (type == String.class) {
            return node.isTextual() ? Optional.empty() : Optional.of(mismatch(node, "a string", at));
        }
        if (type == Boolean.class || type == boolean.class) {
            return node.isBoolean() ? Optional.empty() : Optional.of(mismatch(node, "true or false", at));
        }
        if (type == Integer.class || type == int.class) {
            return wholeNumber(node, node.canConvertToInt(), at);
        }
        if (type == Long.class || type == long.class) {
            return wholeNumber(node, node.canConvertToLong(), at);
        }
        if (type == Double.class || type == double.class) {
            return node.isNumber() && Double.isFinite(node.doubleValue())
                    ? Optional.empty()
                    : Optional.of(mismatch(node, "a number", at));
        }
        if (type == UUID.class) {
            return parsed(node, () -> UUID.fromString(node.textValue()), "an id (a UUID)", at);
        }
        if (type == Instant.class) {
            return parsed(node, () -> Instant.parse(node.textValue()), "a time such as 2026-01-31T12:00:00Z", at);
        }
        if (type == Duration.class) {
            return parsed(node, () -> Duration.parse(node.textValue()), "an ISO 8601 duration such as PT30M", at);
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return type.isInstance(node) ? Optional.empty() : Optional.of(mismatch(node, "an object", at));
        }
        throw new IllegalStateException("A request cannot hold " + type);
    }

    static Fault mismatch(JsonNode node, String expected, JsonPointer at) {
        return new Fault(at.toString(), "wrong_type", "Expected %s, got %s.".formatted(expected, describe(node)), null);
    }

    /** At most the first 60 characters: an error message is no mirror for its input. */
    static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static Optional<Fault> wholeNumber(JsonNode node, boolean inRange, JsonPointer at) {
        if (!node.isNumber() || !node.canConvertToExactIntegral()) {
            return Optional.of(mismatch(node, "a whole number", at));
        }
        return inRange
                ? Optional.empty()
                : Optional.of(new Fault(at.toString(), "out_of_range", "The number is too large."));
    }

    private static Optional<Fault> parsed(JsonNode node, Runnable parse, String expected, JsonPointer at) {
        if (!node.isTextual()) {
            return Optional.of(mismatch(node, expected, at));
        }
        try {
            parse.run();
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Optional.of(mismatch(node, expected, at));
        }
    }

    private static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "\"" + brief(node.asText()) + "\"";
            case NUMBER, BOOLEAN -> brief(node.asText());
            case NULL, MISSING -> "nothing";
        };
    }
}
