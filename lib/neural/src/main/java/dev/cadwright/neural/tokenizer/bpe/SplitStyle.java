package dev.cadwright.neural.tokenizer.bpe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a text is normalised and cut into words before pairs are merged within them. */
public enum SplitStyle {
    /** Of Qwen 2 and 3: normal form C; digits one by one; a word may begin with one other character. */
    QWEN,
    /** Of GPT-2: a word may begin with a space. */
    GPT2;

    private static final String QWEN_PATTERN =
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

    /** The {@code normalizer} of a {@code tokenizer.json}. */
    JsonNode normalizer() {
        return this == QWEN
                ? JsonNodeFactory.instance.objectNode().put("type", "NFC")
                : JsonNodeFactory.instance.nullNode();
    }

    /** The {@code pre_tokenizer} of a {@code tokenizer.json}. */
    JsonNode preTokenizer(boolean addPrefixSpace) {
        if (this == GPT2) {
            return byteLevel(addPrefixSpace, true);
        }
        ObjectNode split = JsonNodeFactory.instance.objectNode().put("type", "Split");
        split.putObject("pattern").put("Regex", QWEN_PATTERN);
        split.put("behavior", "Isolated").put("invert", false);
        ObjectNode sequence = JsonNodeFactory.instance.objectNode().put("type", "Sequence");
        sequence.putArray("pretokenizers").add(split).add(byteLevel(false, false));
        return sequence;
    }

    static JsonNode byteLevel(boolean addPrefixSpace, boolean useRegex) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", addPrefixSpace)
                .put("trim_offsets", true)
                .put("use_regex", useRegex);
    }
}
