package dev.cadwright.neural.tokenizer.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads a {@code tokenizer.json} once through, without a tree of its large vocabulary. */
final class DefinitionReader {
    private static final int LARGEST_ID = 16_000_000;
    private static final int LONGEST_TOKEN = 1 << 20;
    private static final Set<String> MODELS = Set.of("BPE", "Unigram", "WordPiece", "WordLevel");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(64)
                            .maxNameLength(LONGEST_TOKEN)
                            .build())
                    // Names are tokens here: interning or keeping hundreds of thousands of them gains nothing.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .build();

    private final String json;
    private String[] vocabulary = new String[1024];
    private int size;
    private List<AddedToken> added = List.of();
    private TokenizerDefinition.Place addedPlace;
    private boolean bytesByHex;
    private boolean hasModel;

    DefinitionReader(String json) {
        this.json = json;
    }

    TokenizerDefinition read() {
        try (JsonParser parser = MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ComponentCheck.bad("it is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                field(name, parser);
            }
            if (parser.nextToken() != null) {
                throw ComponentCheck.bad("something follows its end");
            }
        } catch (JsonProcessingException e) {
            throw new NeuralException(
                    "bad_tokenizer",
                    "The tokenizer.json is not JSON: " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ").",
                    e);
        } catch (IOException e) {
            throw new NeuralException("bad_tokenizer", "The tokenizer.json cannot be read.", e);
        }
        if (!hasModel) {
            throw ComponentCheck.bad("it has no model");
        }
        added.forEach(token -> put(token.id(), token.content()));
        if (addedPlace == null) {
            int begin = json.indexOf('{') + 1;
            addedPlace = new TokenizerDefinition.Place(begin, begin);
        }
        return new TokenizerDefinition(json, addedPlace, Arrays.copyOf(vocabulary, size), added, bytesByHex, false);
    }

    private void field(String name, JsonParser parser) throws IOException {
        if (name.equals("model")) {
            model(parser);
        } else if (name.equals("added_tokens")) {
            int begin = (int) parser.currentTokenLocation().getCharOffset();
            JsonNode tokens = MAPPER.readTree(parser);
            int end = (int) parser.currentLocation().getCharOffset();
            addedPlace = new TokenizerDefinition.Place(begin, end);
            added = addedTokens(tokens);
        } else if (ComponentCheck.isPart(name)) {
            JsonNode node = MAPPER.readTree(parser);
            ComponentCheck.check(name, node);
            bytesByHex |= name.equals("decoder") && node.toString().contains("\"ByteFallback\"");
        } else {
            parser.skipChildren();
        }
    }

    private static List<AddedToken> addedTokens(JsonNode tokens) {
        List<AddedToken> list = new ArrayList<>();
        for (JsonNode token : tokens) {
            if (!token.path("id").isIntegralNumber() || !token.path("content").isTextual()) {
                throw ComponentCheck.bad("an added token has no id or no content");
            }
            list.add(AddedToken.of(id(token.path("id").asLong(-1)), token, false));
        }
        return list;
    }

    private void model(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ComponentCheck.bad("its model is not an object");
        }
        hasModel = true;
        String type = "BPE";
        String prefix = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> type = parser.getText();
                case "vocab" -> vocabulary(parser, value);
                case "continuing_subword_prefix" -> prefix = value == JsonToken.VALUE_STRING ? parser.getText() : "";
                default -> parser.skipChildren();
            }
        }
        if (!MODELS.contains(type)) {
            throw ComponentCheck.bad("its model is of the unknown type \"" + type + "\"");
        }
        // Only WordPiece uses one; in a BPE model native code cuts by its length without looking.
        if (!prefix.isEmpty() && !type.equals("WordPiece")) {
            throw ComponentCheck.bad("its model has a continuing_subword_prefix, which is not supported");
        }
    }

    private void vocabulary(JsonParser parser, JsonToken kind) throws IOException {
        if (kind == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String token = parser.currentName();
                if (!parser.nextToken().isNumeric()) {
                    throw ComponentCheck.bad("the id of a token is not a number");
                }
                put(id(parser.getLongValue()), token);
            }
        } else if (kind == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    throw ComponentCheck.bad("a piece of its vocabulary has no text");
                }
                put(id(size), parser.getText());
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    parser.skipChildren();
                }
            }
        } else {
            throw ComponentCheck.bad("its vocabulary is neither an object nor a list");
        }
    }

    private void put(int id, String token) {
        if (id >= vocabulary.length) {
            vocabulary = Arrays.copyOf(vocabulary, Math.max(id + 1, Math.min(LARGEST_ID, vocabulary.length * 2)));
        }
        vocabulary[id] = token;
        size = Math.max(size, id + 1);
    }

    private static int id(long id) {
        if (id < 0 || id >= LARGEST_ID) {
            throw ComponentCheck.bad("the id " + id + " is outside of 0 to " + (LARGEST_ID - 1));
        }
        return (int) id;
    }
}
