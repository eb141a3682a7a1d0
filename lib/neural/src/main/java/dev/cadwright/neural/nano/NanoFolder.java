package dev.cadwright.neural.nano;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.SafetensorsWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as a folder in the Hugging Face manner: {@code config.json}, {@code model.safetensors},
 * {@code tokenizer.json} with the compact vocabulary, {@code generation_config.json}.
 */
public final class NanoFolder {
    public static final String CONFIGURATION = "config.json";
    public static final String WEIGHTS = "model.safetensors";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private NanoFolder() {}

    /** @throws NeuralException {@code bad_model} if the folder holds no nano model */
    public static NanoConfiguration configuration(Path folder) {
        Path file = folder.resolve(CONFIGURATION);
        try {
            return MAPPER.readValue(file.toFile(), NanoConfiguration.class);
        } catch (IOException e) {
            throw new NeuralException("bad_model", "no readable nano configuration at " + file, e);
        }
    }

    /** @throws NeuralException {@code bad_model} if a tensor is missing or has another shape */
    public static NanoModel load(NDManager parent, Path folder) {
        NanoConfiguration configuration = configuration(folder);
        List<float[]> values = new ArrayList<>();
        try (SafetensorsFile file = SafetensorsFile.open(folder.resolve(WEIGHTS))) {
            for (NanoParameter parameter : NanoParameter.of(configuration)) {
                if (!Arrays.equals(file.entry(parameter.name()).shape(), parameter.shape())) {
                    throw new NeuralException(
                            "bad_model",
                            file.entry(parameter.name()) + " should have the shape "
                                    + Arrays.toString(parameter.shape()));
                }
                values.add(file.floats(parameter.name()));
            }
        }
        return NanoModel.of(parent, configuration, values);
    }

    /**
     * The folder's files by name.
     *
     * @param weights in the order of {@link NanoParameter#of}
     */
    public static Map<String, byte[]> files(NanoConfiguration configuration, List<NDArray> weights, ElementType type) {
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        List<NanoParameter> parameters = NanoParameter.of(configuration);
        for (int i = 0; i < parameters.size(); i++) {
            writer.floats(
                    parameters.get(i).name(),
                    type,
                    parameters.get(i).shape(),
                    weights.get(i).toFloatArray());
        }
        return files(configuration, writer);
    }

    private static Map<String, byte[]> files(NanoConfiguration configuration, SafetensorsWriter writer) {
        ByteArrayOutputStream tensors = new ByteArrayOutputStream();
        writer.write(tensors);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(CONFIGURATION, json(configuration));
        files.put(WEIGHTS, tensors.toByteArray());
        files.put("tokenizer.json", json(tokenizer()));
        files.put("generation_config.json", json(generation(configuration)));
        return files;
    }

    public static void write(Path folder, Map<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode tokenizer() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", "1.0");
        ArrayNode added = root.putArray("added_tokens");
        for (int token : new int[] {BlockTokens.PAD, BlockTokens.START, BlockTokens.END}) {
            added.addObject()
                    .put("id", token)
                    .put("content", BlockTokens.name(token))
                    .put("special", true);
        }
        root.putObject("pre_tokenizer").put("type", "WhitespaceSplit");
        ObjectNode model = root.putObject("model").put("type", "WordLevel").put("unk_token", "<pad>");
        ObjectNode vocabulary = model.putObject("vocab");
        for (int token = 0; token < BlockTokens.VOCABULARY; token++) {
            vocabulary.put(BlockTokens.name(token), token);
        }
        return root;
    }

    private static ObjectNode generation(NanoConfiguration configuration) {
        return MAPPER.createObjectNode()
                .put("bos_token_id", BlockTokens.START)
                .put("eos_token_id", BlockTokens.END)
                .put("pad_token_id", BlockTokens.PAD)
                .put("max_new_tokens", configuration.maxTokens())
                .put("temperature", 0.7);
    }

    private static byte[] json(Object value) {
        try {
            return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
