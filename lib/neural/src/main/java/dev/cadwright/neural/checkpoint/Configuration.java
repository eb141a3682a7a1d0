package dev.cadwright.neural.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The keys of a JSON configuration, or of a section of one, read with their types. A key whose value is null counts as
 * absent. Errors are {@link NeuralException}s with the code {@code bad_config} that name the key.
 */
public final class Configuration {
    private static final long MAX_BYTES = 16_000_000;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String place;
    private final ObjectNode node;

    private Configuration(String place, ObjectNode node) {
        this.place = place;
        this.node = node;
    }

    /** The {@code config.json} of a model's folder. */
    public static Configuration ofFolder(Path folder) {
        return read(folder.resolve("config.json"));
    }

    /** The {@code generation_config.json} of a model's folder, if it has one. */
    public static Optional<Configuration> generation(Path folder) {
        Path file = folder.resolve("generation_config.json");
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    public static Configuration read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new NeuralException("bad_config", file + " is too long for a configuration");
            }
            if (MAPPER.readTree(file.toFile()) instanceof ObjectNode object) {
                return new Configuration(String.valueOf(file.getFileName()), object);
            }
            throw new NeuralException("bad_config", file + " is not a JSON object");
        } catch (IOException e) {
            throw new NeuralException("bad_config", "no readable configuration at " + file, e);
        }
    }

    public static Configuration of(ObjectNode node) {
        return new Configuration("configuration", node.deepCopy());
    }

    /** A copy of the whole, to be written back. */
    public ObjectNode json() {
        return node.deepCopy();
    }

    /** The name of the family, for example {@code qwen2}. */
    public String modelType() {
        return string("model_type");
    }

    /** The element type the weights are said to have: {@code dtype}, or {@code torch_dtype} before transformers 5. */
    public Optional<String> storedType() {
        return find("dtype").or(() -> find("torch_dtype")).map(JsonNode::asText).map(t -> t.replace("torch.", ""));
    }

    public boolean has(String key) {
        return node.hasNonNull(key);
    }

    public String string(String key) {
        JsonNode value = required(key);
        if (!value.isTextual()) {
            throw wrong(key, "a text");
        }
        return value.asText();
    }

    public String string(String key, String otherwise) {
        return has(key) ? string(key) : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = node.get(key);
        if (!value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.asBoolean();
    }

    /** A count or size: a whole number from 1 to two billion. */
    public int size(String key) {
        return positive(key, required(key));
    }

    public int size(String key, int otherwise) {
        return has(key) ? size(key) : otherwise;
    }

    private int positive(String key, JsonNode value) {
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.intValue() < 1) {
            throw wrong(key, "a whole number from 1");
        }
        return value.intValue();
    }

    /** Sizes of every layer. */
    public List<Integer> sizes(String key) {
        List<Integer> sizes = new ArrayList<>();
        array(key).forEach(value -> sizes.add(positive(key, value)));
        return sizes;
    }

    public List<String> strings(String key) {
        List<String> strings = new ArrayList<>();
        array(key).forEach(value -> strings.add(value.asText()));
        return strings;
    }

    public List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        array(key).forEach(value -> numbers.add(value.asDouble()));
        return numbers;
    }

    private JsonNode array(String key) {
        JsonNode value = required(key);
        if (!value.isArray()) {
            throw wrong(key, "a list");
        }
        return value;
    }

    public OptionalLong integer(String key) {
        if (!has(key)) {
            return OptionalLong.empty();
        }
        JsonNode value = node.get(key);
        if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
            throw wrong(key, "a whole number");
        }
        return OptionalLong.of(value.longValue());
    }

    /** A token's number, or several where the configuration lists them. */
    public List<Long> tokens(String key) {
        if (!has(key)) {
            return List.of();
        }
        List<Long> tokens = new ArrayList<>();
        JsonNode value = node.get(key);
        (value.isArray() ? value : List.of(value)).forEach(token -> tokens.add(token.asLong()));
        return tokens;
    }

    public double number(String key) {
        JsonNode value = required(key);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(key, "a number");
        }
        return value.doubleValue();
    }

    public double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    public OptionalDouble optionalNumber(String key) {
        return has(key) ? OptionalDouble.of(number(key)) : OptionalDouble.empty();
    }

    public Configuration section(String key) {
        if (required(key) instanceof ObjectNode object) {
            return new Configuration(place + " " + key, object);
        }
        throw wrong(key, "an object");
    }

    public Optional<Configuration> optionalSection(String key) {
        return has(key) ? Optional.of(section(key)) : Optional.empty();
    }

    /** This configuration with other values for some keys. */
    public Configuration with(ObjectNode changes) {
        ObjectNode changed = node.deepCopy();
        changed.setAll(changes);
        return new Configuration(place, changed);
    }

    public NeuralException bad(String message) {
        return new NeuralException("bad_config", place + ": " + message);
    }

    private Optional<JsonNode> find(String key) {
        return has(key) ? Optional.of(node.get(key)) : Optional.empty();
    }

    private JsonNode required(String key) {
        return find(key).orElseThrow(() -> bad("the key " + key + " is missing"));
    }

    private NeuralException wrong(String key, String wanted) {
        return bad(key + " should be " + wanted + ", not " + node.get(key));
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
