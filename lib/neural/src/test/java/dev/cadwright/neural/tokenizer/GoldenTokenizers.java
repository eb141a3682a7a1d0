package dev.cadwright.neural.tokenizer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reference tokens kept beside the repository; tests that need them are skipped where they are not. */
final class GoldenTokenizers {
    static final ObjectMapper JSON = new ObjectMapper();

    private GoldenTokenizers() {}

    static Path data() {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path data = (shared == null ? root.resolve("../shared") : Path.of(shared)).resolve("data");
        assumeTrue(
                Files.isDirectory(data.resolve("golden/tokenizers")),
                "the reference tokenizers are not here: " + data.normalize());
        return data;
    }

    /** The reference lines of each tokenizer, by its file. */
    static Map<Path, List<JsonNode>> lines() {
        Path folder = data().resolve("golden/tokenizers");
        Map<Path, List<JsonNode>> lines = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(folder.resolve("tokenizers.jsonl"))) {
                JsonNode node = JSON.readTree(line);
                String name = node.path("tokenizer").asText();
                Path there = folder.resolve(name);
                Path file = Files.exists(there)
                        ? there
                        : data().resolve("tokenizers").resolve(name);
                lines.computeIfAbsent(file, key -> new ArrayList<>()).add(node);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    static int[] ids(JsonNode array) {
        int[] ids = new int[array.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = array.get(i).asInt();
        }
        return ids;
    }

    /** A small tokenizer that ships with the tests. */
    static String resource(String name) {
        try (var in = GoldenTokenizers.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
