package dev.cadwright.neural.tokenizer.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.NeuralException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets through only those steps of a {@code tokenizer.json} that are known to be safe in native code: some settings,
 * which are easy to write, abort the whole process there instead of failing.
 */
final class ComponentCheck {
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "normalizer",
            Set.of(
                    "Sequence",
                    "NFC",
                    "NFD",
                    "NFKC",
                    "NFKD",
                    "Lowercase",
                    "Strip",
                    "StripAccents",
                    "Replace",
                    "Prepend",
                    "Precompiled",
                    "BertNormalizer",
                    "Nmt",
                    "ByteLevel"),
            "pre_tokenizer",
            Set.of(
                    "Sequence",
                    "Split",
                    "ByteLevel",
                    "Metaspace",
                    "Whitespace",
                    "WhitespaceSplit",
                    "Punctuation",
                    "Digits",
                    "BertPreTokenizer",
                    "CharDelimiterSplit",
                    "UnicodeScripts"),
            "post_processor",
            Set.of("Sequence", "ByteLevel", "TemplateProcessing", "BertProcessing", "RobertaProcessing"),
            "decoder",
            Set.of(
                    "Sequence",
                    "ByteLevel",
                    "Metaspace",
                    "ByteFallback",
                    "Fuse",
                    "Strip",
                    "Replace",
                    "WordPiece",
                    "BPEDecoder"));

    private final String part;

    private ComponentCheck(String part) {
        this.part = part;
    }

    /** The parts of the file that hold such steps. */
    static boolean isPart(String name) {
        return KNOWN.containsKey(name);
    }

    /** @throws NeuralException {@code bad_tokenizer}, naming the step */
    static void check(String part, JsonNode node) {
        if (!node.isNull()) {
            new ComponentCheck(part).step(node);
        }
    }

    private void step(JsonNode node) {
        if (!node.isObject()) {
            throw bad("a step of its " + part + " is not an object");
        }
        String type = node.path("type").asText();
        if (!KNOWN.getOrDefault(part, Set.of()).contains(type)) {
            throw bad("its " + part + " has a step of the unknown type \"" + type + "\"");
        }
        for (String steps : new String[] {"normalizers", "pretokenizers", "processors", "decoders"}) {
            node.path(steps).forEach(this::step);
        }
        pattern(type, node.path("pattern").path("Regex"));
        switch (type) {
            case "Precompiled" ->
                complain(
                        "precompiled character map",
                        CharacterMapCheck.complaint(
                                node.path("precompiled_charsmap").asText()));
            case "Strip" -> strip(node);
            case "TemplateProcessing" -> template(node);
            default -> {}
        }
    }

    private void pattern(String type, JsonNode pattern) {
        if (pattern.isTextual()) {
            complain("pattern of " + type, RegexCheck.complaint(pattern.asText()));
        }
    }

    private void strip(JsonNode node) {
        if (node.path("stop").asInt() != 0) {
            throw bad("its decoder strips the end of tokens, which is not supported");
        }
    }

    private void template(JsonNode node) {
        for (JsonNode piece : node.path("single")) {
            if (piece.has("Sequence")
                    && !piece.path("Sequence").path("id").asText().equals("A")) {
                throw bad("its template for one text asks for a second");
            }
        }
    }

    private void complain(String what, Optional<String> complaint) {
        complaint.ifPresent(reason -> {
            throw bad("the " + what + " is refused: " + reason);
        });
    }

    static NeuralException bad(String message) {
        return new NeuralException("bad_tokenizer", "The tokenizer.json is not usable: " + message + ".");
    }
}
