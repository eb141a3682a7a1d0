package dev.cadwright.neural.quantize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tensor.ScalarType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What bitsandbytes keeps of a weight in four bits beside its tensors, as JSON in a tensor of bytes.
 *
 * @param kind {@code nf4} or {@code fp4}
 * @param block numbers that share a scale
 * @param type what the weight was, to which restored numbers are rounded
 * @param nested if the scales are quantised themselves
 */
record FourBitState(String kind, int block, ScalarType type, int rows, int columns, Optional<Nested> nested) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<String, ScalarType> TYPES =
            Map.of("float32", ScalarType.F32, "bfloat16", ScalarType.BF16, "float16", ScalarType.F16);

    private static final int VECTOR = 16;

    /** @param offset added to the restored scales */
    record Nested(int block, double offset) {}

    long size() {
        return (long) rows * columns;
    }

    long blocks() {
        return (size() + block - 1) / block;
    }

    /**
     * Whether scales are found row by row: that of (row, column) is number row · (columns / block) + column / block.
     * Blocks are cut from the whole weight, so this differs from their own order where blocks do not fill rows; but the
     * kernel of bitsandbytes for CPUs (0.50) reads them so where rows are whole vectors of 16 numbers, and its results
     * are what models are compared with. Widths that are multiples of the block, as usual models have, are not affected.
     */
    boolean byRows() {
        return columns % VECTOR == 0 && columns % block != 0 && block >= VECTOR;
    }

    static FourBitState parse(String name, byte[] bytes) {
        try {
            JsonNode json = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            JsonNode shape = json.path("shape");
            ScalarType type = TYPES.get(json.path("dtype").asText());
            if (type == null || shape.size() != 2) {
                throw bad(name, "has no usable dtype or shape");
            }
            Optional<Nested> nested = json.has("nested_blocksize")
                    ? Optional.of(new Nested(
                            positive(name, json.path("nested_blocksize")),
                            json.path("nested_offset").asDouble()))
                    : Optional.empty();
            return new FourBitState(
                    json.path("quant_type").asText(),
                    positive(name, json.path("blocksize")),
                    type,
                    positive(name, shape.get(0)),
                    positive(name, shape.get(1)),
                    nested);
        } catch (IOException e) {
            throw new NeuralException("bad_checkpoint", "the quantisation state of " + name + " is no JSON", e);
        }
    }

    private static int positive(String name, JsonNode value) {
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.intValue() < 1) {
            throw bad(name, "has a size that is not a whole number from 1: " + value);
        }
        return value.intValue();
    }

    static NeuralException bad(String name, String what) {
        return new NeuralException("bad_checkpoint", "the quantisation of " + name + " " + what);
    }

    byte[] json() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("quant_type", kind).put("blocksize", block).put("dtype", typeName());
        json.putArray("shape").add(rows).add(columns);
        nested.ifPresent(n -> json.put("nested_blocksize", n.block())
                .put("nested_dtype", "float32")
                .put("nested_offset", n.offset()));
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String typeName() {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("float32");
    }
}
