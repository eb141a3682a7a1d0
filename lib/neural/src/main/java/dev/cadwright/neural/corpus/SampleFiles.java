package dev.cadwright.neural.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Samples from a {@code .jsonl}, a {@code .json} with a list, or a folder of such files, one at a time. */
public final class SampleFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> SUFFIXES = List.of(".jsonl", ".ndjson", ".json");

    private SampleFiles() {}

    /** Whether a folder holds files of samples. */
    public static boolean in(Path folder) {
        return !files(folder).isEmpty();
    }

    /** @throws NeuralException {@code bad_training_data}, naming the file and the line or place in the list */
    public static void read(Path path, Consumer<Sample> sink) {
        List<Path> files = Files.isDirectory(path) ? files(path) : List.of(path);
        if (files.isEmpty() || !Files.isRegularFile(files.getFirst())) {
            throw new NeuralException("bad_training_data", "there are no samples at " + path);
        }
        for (Path file : files) {
            try {
                if (String.valueOf(file.getFileName()).endsWith(".json")) {
                    list(file, sink);
                } else {
                    lines(file, sink);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> SUFFIXES.stream().anyMatch(String.valueOf(file.getFileName())::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lines(Path file, Consumer<Sample> sink) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    String place = "line " + number;
                    sink.accept(sample(file, place, parsed(file, place, line)));
                }
            }
        }
    }

    private static JsonNode parsed(Path file, String place, String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw bad(file, place, "is no JSON: " + e.getOriginalMessage());
        }
    }

    private static void list(Path file, Consumer<Sample> sink) throws IOException {
        try (JsonParser parser = MAPPER.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw bad(file, "the file", "is no list of objects");
            }
            for (long number = 1; parser.nextToken() == JsonToken.START_OBJECT; number++) {
                JsonNode node = MAPPER.readTree(parser);
                sink.accept(sample(file, "entry " + number, node));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw bad(file, "the list", "holds something that is no object");
            }
        } catch (JsonProcessingException e) {
            throw bad(file, "the file", "is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Sample sample(Path file, String place, JsonNode node) {
        try {
            return SampleReader.read(node, file.toAbsolutePath().getParent());
        } catch (NeuralException e) {
            throw bad(file, place, e.getMessage());
        }
    }

    private static NeuralException bad(Path file, String place, String message) {
        return new NeuralException("bad_training_data", file.getFileName() + ": " + place + " " + message);
    }
}
