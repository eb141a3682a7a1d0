package dev.cadwright.neural.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code model.safetensors.index.json} of a sharded checkpoint: which file holds which tensor. */
record ShardIndex(Map<String, String> files) {
    private static final long MAX_BYTES = 100_000_000;
    private static final String SUFFIX = ".safetensors";

    static ShardIndex read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw bad(file, "is too long");
            }
            JsonNode map = JsonMapper.builder().build().readTree(file.toFile()).path("weight_map");
            if (!map.isObject()) {
                throw bad(file, "has no weight_map");
            }
            Map<String, String> files = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                files.put(entry.getKey(), plainName(file, entry.getValue()));
            }
            return new ShardIndex(files);
        } catch (IOException e) {
            throw new NeuralException("bad_checkpoint", file + " is not readable JSON", e);
        }
    }

    /** A shard lies beside its index: a name with a folder in it would reach elsewhere. */
    private static String plainName(Path index, JsonNode name) {
        String text = name.asText();
        boolean plain = name.isTextual()
                && text.endsWith(SUFFIX)
                && text.length() > SUFFIX.length()
                && text.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c == 0);
        if (!plain) {
            throw bad(index, "names " + name + ", which is no safetensors file beside it");
        }
        return text;
    }

    private static NeuralException bad(Path file, String message) {
        return new NeuralException("bad_checkpoint", file + " " + message);
    }
}
