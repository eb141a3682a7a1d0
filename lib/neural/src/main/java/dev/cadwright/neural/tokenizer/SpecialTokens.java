package dev.cadwright.neural.tokenizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens with a role, by their text, as {@code tokenizer_config.json} and {@code special_tokens_map.json} name them.
 *
 * @param roles from {@code bos_token}, {@code eos_token}, {@code unk_token}, {@code sep_token}, {@code pad_token},
 *     {@code cls_token} and {@code mask_token} to the token's text, where there is one
 * @param additional others that are special without a role, such as the marks of a conversation
 */
public record SpecialTokens(Map<String, String> roles, List<String> additional) {
    /** No roles at all. */
    public static final SpecialTokens NONE = new SpecialTokens(Map.of(), List.of());

    public SpecialTokens {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        additional = List.copyOf(additional);
    }

    /** The token that begins a text. */
    public Optional<String> bos() {
        return role("bos_token");
    }

    /** The token that ends a text. */
    public Optional<String> eos() {
        return role("eos_token");
    }

    /** The token that fills a row. */
    public Optional<String> pad() {
        return role("pad_token");
    }

    /** The token that stands for what the vocabulary cannot spell. */
    public Optional<String> unk() {
        return role("unk_token");
    }

    private Optional<String> role(String name) {
        return Optional.ofNullable(roles.get(name));
    }
}
