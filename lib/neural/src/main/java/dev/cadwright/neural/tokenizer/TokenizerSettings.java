package dev.cadwright.neural.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cadwright.neural.tokenizer.definition.AddedToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands beside the vocabulary: {@code tokenizer_config.json}, and {@code special_tokens_map.json} and
 * {@code added_tokens.json} of older folders.
 *
 * @param added tokens that the vocabulary's own file may lack, in the order in which they are given ids
 */
record TokenizerSettings(JsonNode config, SpecialTokens special, List<AddedToken> added) {
    /** In the order in which missing ones are appended to the vocabulary. */
    private static final List<String> ROLES =
            List.of("bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token");

    static TokenizerSettings read(TokenizerFolder folder) {
        JsonNode config = folder.json("tokenizer_config.json");
        JsonNode older = folder.json("special_tokens_map.json");
        List<AddedToken> added = new ArrayList<>(numbered(config.path("added_tokens_decoder")));
        JsonNode byContent = folder.json("added_tokens.json");
        byContent.properties().stream()
                .sorted(Comparator.comparingLong(token -> token.getValue().asLong()))
                .forEach(token -> added.add(AddedToken.of(0, named(token.getKey()), false)));
        Map<String, String> roles = new LinkedHashMap<>();
        for (String role : ROLES) {
            JsonNode token = config.hasNonNull(role) ? config.path(role) : older.path(role);
            special(token, added).ifPresent(content -> roles.put(role, content));
        }
        Set<String> additional = new LinkedHashSet<>();
        for (String key : List.of("additional_special_tokens", "extra_special_tokens")) {
            // An object maps a model's own roles to tokens; a list has them alone.
            for (JsonNode token : config.has(key) ? config.path(key) : older.path(key)) {
                special(token, added).ifPresent(additional::add);
            }
        }
        return new TokenizerSettings(config, new SpecialTokens(roles, List.copyOf(additional)), added);
    }

    /** The class that Python's library would use, without the ending that says which of two it is. */
    String tokenizerClass() {
        String name = config.path("tokenizer_class").asText();
        return name.endsWith("Fast") ? name.substring(0, name.length() - "Fast".length()) : name;
    }

    /** With a default for roles that the files leave open, as the families of old folders have them. */
    TokenizerSettings withDefault(Set<String> open, String content) {
        Map<String, String> roles = new LinkedHashMap<>(special.roles());
        open.stream().filter(role -> !config.has(role)).forEach(role -> roles.putIfAbsent(role, content));
        List<AddedToken> all = new ArrayList<>(added);
        all.add(AddedToken.special(0, content));
        return new TokenizerSettings(config, new SpecialTokens(roles, special.additional()), all);
    }

    private static List<AddedToken> numbered(JsonNode tokens) {
        return tokens.properties().stream()
                .filter(token -> token.getValue().path("content").isTextual())
                .sorted(Comparator.comparingLong(token -> number(token.getKey())))
                .map(token -> AddedToken.of(0, token.getValue(), false))
                .toList();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static Optional<String> special(JsonNode token, List<AddedToken> added) {
        JsonNode content = token.isObject() ? token.path("content") : token;
        if (!content.isTextual() || content.asText().isEmpty()) {
            return Optional.empty();
        }
        AddedToken read = token.isObject() ? AddedToken.of(0, token, true) : AddedToken.special(0, content.asText());
        added.add(read);
        return Optional.of(content.asText());
    }

    private static JsonNode named(String content) {
        return JsonNodeFactory.instance.objectNode().put("content", content);
    }
}
