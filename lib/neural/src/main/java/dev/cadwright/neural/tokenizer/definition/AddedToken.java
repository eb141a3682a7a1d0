package dev.cadwright.neural.tokenizer.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * A token that is found in the text before the model sees it, as {@code tokenizer.json} and
 * {@code tokenizer_config.json} write it.
 *
 * @param special left out where decoding skips special tokens
 */
public record AddedToken(
        int id,
        String content,
        boolean singleWord,
        boolean lstrip,
        boolean rstrip,
        boolean normalized,
        boolean special) {
    public AddedToken {
        Objects.requireNonNull(content, "content");
        if (id < 0) {
            throw new IllegalArgumentException("the id of " + content + " is negative");
        }
    }

    /** A special token as the trainers write it: found anywhere, in the raw text. */
    public static AddedToken special(int id, String content) {
        return new AddedToken(id, content, false, false, false, false, true);
    }

    /** The same token under another id. */
    AddedToken withId(int other) {
        return new AddedToken(other, content, singleWord, lstrip, rstrip, normalized, special);
    }

    /** The same token, special or not. */
    AddedToken withSpecial(boolean other) {
        return new AddedToken(id, content, singleWord, lstrip, rstrip, normalized, other);
    }

    /** @param node with {@code content} and what else is known; {@code special} is a default */
    public static AddedToken of(int id, JsonNode node, boolean specialByDefault) {
        boolean special = node.path("special").asBoolean(specialByDefault);
        return new AddedToken(
                id,
                node.path("content").asText(),
                node.path("single_word").asBoolean(),
                node.path("lstrip").asBoolean(),
                node.path("rstrip").asBoolean(),
                node.path("normalized").asBoolean(!special),
                special);
    }

    /** As {@code tokenizer.json} lists it. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("content", content)
                .put("single_word", singleWord)
                .put("lstrip", lstrip)
                .put("rstrip", rstrip)
                .put("normalized", normalized)
                .put("special", special);
    }
}
