package dev.cadwright.neural.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON header: every tensor's type, shape and place, and free metadata. Nothing in it is believed unchecked. */
record SafetensorsHeader(Map<String, TensorEntry> tensors, Map<String, String> metadata) {
    private static final String METADATA = "__metadata__";
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @param dataBytes length of the file behind the header */
    static SafetensorsHeader parse(byte[] json, long dataBytes) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            JsonNode root = MAPPER.readTree(parser);
            if (root == null || !root.isObject()) {
                throw bad("the header is not a JSON object");
            }
            Map<String, TensorEntry> tensors = new LinkedHashMap<>();
            Map<String, String> metadata = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> field : root.properties()) {
                if (field.getKey().equals(METADATA)) {
                    readMetadata(field.getValue(), metadata);
                } else {
                    tensors.put(field.getKey(), entry(field.getKey(), field.getValue(), dataBytes));
                }
            }
            requireSeamless(tensors, dataBytes);
            return new SafetensorsHeader(tensors, metadata);
        } catch (IOException e) {
            throw new NeuralException("bad_safetensors", "the header is not readable JSON", e);
        }
    }

    private static TensorEntry entry(String name, JsonNode node, long dataBytes) {
        ElementType type = type(name, node.path("dtype").asText());
        JsonNode extents = node.path("shape");
        JsonNode offsets = node.path("data_offsets");
        if (!extents.isArray() || !offsets.isArray() || offsets.size() != 2) {
            throw bad("tensor " + name + " has no shape or data_offsets");
        }
        long[] shape = new long[extents.size()];
        long bytes = type.bytes();
        for (int i = 0; i < shape.length; i++) {
            shape[i] = whole(name, extents.get(i));
            try {
                bytes = Math.multiplyExact(bytes, shape[i]);
            } catch (ArithmeticException e) {
                throw bad("the shape of tensor " + name + " overflows");
            }
        }
        long begin = whole(name, offsets.get(0));
        long end = whole(name, offsets.get(1));
        if (begin > end || end > dataBytes || end - begin != bytes) {
            throw bad("tensor " + name + " of " + bytes + " bytes claims bytes " + begin + " to " + end + " of "
                    + dataBytes);
        }
        return new TensorEntry(name, type, shape, begin, end);
    }

    private static ElementType type(String tensor, String name) {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw bad("tensor " + tensor + " has the unknown type " + name);
    }

    private static long whole(String tensor, JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
            throw bad("tensor " + tensor + " has a shape or offset that is not a whole number");
        }
        return number.asLong();
    }

    private static void readMetadata(JsonNode node, Map<String, String> metadata) {
        if (!node.isObject()) {
            throw bad("the metadata are not an object");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isTextual()) {
                throw bad("the metadata " + entry.getKey() + " are not a text");
            }
            metadata.put(entry.getKey(), entry.getValue().asText());
        }
    }

    /** The tensors fill the file without a gap, so that nothing can hide in it. */
    private static void requireSeamless(Map<String, TensorEntry> tensors, long dataBytes) {
        List<TensorEntry> byPlace = new ArrayList<>(tensors.values());
        byPlace.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        long end = 0;
        for (TensorEntry entry : byPlace) {
            if (entry.begin() < end) {
                throw bad("tensor " + entry.name() + " overlaps another");
            }
            if (entry.begin() > end) {
                throw bad("nothing lies in the bytes " + end + " to " + entry.begin());
            }
            end = entry.end();
        }
        if (end != dataBytes) {
            throw bad((dataBytes - end) + " bytes behind the last tensor belong to none");
        }
    }

    static NeuralException bad(String message) {
        return new NeuralException("bad_safetensors", message);
    }
}
