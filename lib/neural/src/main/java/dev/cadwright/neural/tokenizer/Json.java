package dev.cadwright.neural.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cadwright.neural.NeuralException;

/** The small JSON files of a tokenizer. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNameLength(1 << 20)
                            .build())
                    .build())
            .build();

    private Json() {}

    static JsonNode parse(String name, String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                throw new NeuralException("bad_tokenizer", name + " is not a JSON object.");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new NeuralException("bad_tokenizer", name + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static JsonNode missing() {
        return MissingNode.getInstance();
    }
}
