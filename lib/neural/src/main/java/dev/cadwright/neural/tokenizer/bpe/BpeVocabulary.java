package dev.cadwright.neural.tokenizer.bpe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.tokenizer.definition.AddedToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A byte-level vocabulary of byte pairs, ready to be written.
 *
 * @param ids of all tokens of the model, spelled in {@link ByteAlphabet}; written in this map's order
 * @param merges what is put together, the first first
 * @param added tokens found in the text beforehand
 */
public record BpeVocabulary(
        SplitStyle style,
        boolean addPrefixSpace,
        Map<String, Integer> ids,
        List<Merge> merges,
        List<AddedToken> added) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Two tokens that become one. */
    public record Merge(String left, String right) {}

    /** A {@code tokenizer.json} as Python's {@code tokenizers} reads it. */
    public String tokenizerJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory(MAPPER).createGenerator(text)) {
            out.useDefaultPrettyPrinter();
            out.writeStartObject();
            out.writeStringField("version", "1.0");
            out.writeNullField("truncation");
            out.writeNullField("padding");
            writeAdded(out);
            out.writeFieldName("normalizer");
            out.writeTree(style.normalizer());
            out.writeFieldName("pre_tokenizer");
            out.writeTree(style.preTokenizer(addPrefixSpace));
            out.writeNullField("post_processor");
            out.writeFieldName("decoder");
            out.writeTree(SplitStyle.byteLevel(true, true));
            writeModel(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    /** The merges alone, as {@code merges.txt} lists them. */
    public String mergesText() {
        StringBuilder text = new StringBuilder("#version: 0.2\n");
        merges.forEach(merge ->
                text.append(merge.left()).append(' ').append(merge.right()).append('\n'));
        return text.toString();
    }

    /**
     * A folder that Python's transformers and {@code Tokenizer} load, as texts by file name: {@code tokenizer.json},
     * {@code tokenizer_config.json}, and the older {@code vocab.json} and {@code merges.txt}.
     *
     * @param roles from {@code eos_token} and the like to a token, in the order to be written
     */
    public Map<String, String> files(Map<String, String> roles) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("tokenizer.json", tokenizerJson());
        files.put("tokenizer_config.json", configuration(roles));
        files.put("vocab.json", MAPPER.valueToTree(ids) + "\n");
        files.put("merges.txt", mergesText());
        return files;
    }

    private String configuration(Map<String, String> roles) {
        ObjectNode configuration = MAPPER.createObjectNode();
        configuration.put("tokenizer_class", "PreTrainedTokenizerFast");
        configuration.put("clean_up_tokenization_spaces", false);
        roles.forEach(configuration::put);
        List<String> others = added.stream()
                .map(AddedToken::content)
                .filter(token -> !roles.containsValue(token))
                .toList();
        if (!others.isEmpty()) {
            others.forEach(configuration.putArray("additional_special_tokens")::add);
        }
        return configuration.toPrettyString() + "\n";
    }

    private void writeAdded(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("added_tokens");
        for (AddedToken token : added) {
            out.writeTree(token.json());
        }
        out.writeEndArray();
    }

    private void writeModel(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("model");
        out.writeStringField("type", "BPE");
        out.writeNullField("dropout");
        out.writeNullField("unk_token");
        out.writeNullField("continuing_subword_prefix");
        out.writeNullField("end_of_word_suffix");
        out.writeBooleanField("fuse_unk", false);
        out.writeBooleanField("byte_fallback", false);
        out.writeBooleanField("ignore_merges", false);
        out.writeObjectFieldStart("vocab");
        for (Map.Entry<String, Integer> token : ids.entrySet()) {
            out.writeNumberField(token.getKey(), token.getValue());
        }
        out.writeEndObject();
        out.writeArrayFieldStart("merges");
        for (Merge merge : merges) {
            out.writeStartArray();
            out.writeString(merge.left());
            out.writeString(merge.right());
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
