package dev.cadwright.neural.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.safetensors.PlannedTensor;
import dev.cadwright.neural.safetensors.SafetensorsStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the folder of a model: configuration, weights in as many shards as they need, and what lies beside them. */
public final class CheckpointWriter {
    /** What transformers wants to read, though it says nothing new. */
    private static final Map<String, String> METADATA = Map.of("format", "pt");

    private static final List<String> COMPANIONS = List.of(
            "generation_config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.json",
            "merges.txt",
            "tokenizer.model",
            "spiece.model",
            "chat_template.jinja",
            "chat_template.json",
            "preprocessor_config.json",
            "processor_config.json",
            "video_preprocessor_config.json");

    /** Beginnings of the names of files that say what may be done with a model, and what it is. */
    private static final List<String> TERMS = List.of("LICENSE", "LICENCE", "NOTICE", "USE_POLICY", "README");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CheckpointWriter() {}

    /**
     * The folder appears whole or not at all.
     *
     * @param companions folder of the tokenizer's and processor's files, which are copied
     * @throws NeuralException {@code folder_exists} if there is something already
     */
    public static void write(
            Path folder,
            Configuration configuration,
            Path companions,
            Collection<PlannedTensor> tensors,
            long shardBytes,
            SafetensorsStream.Source source) {
        if (Files.exists(folder)) {
            throw new NeuralException("folder_exists", folder + " exists already");
        }
        try {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Path temporary = Files.createTempDirectory(parent, "." + folder.getFileName());
            try {
                writeJson(temporary.resolve("config.json"), configuration.json());
                writeShards(temporary, shards(tensors, shardBytes), source);
                copyCompanions(companions, temporary);
                Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                remove(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<PlannedTensor>> shards(Collection<PlannedTensor> tensors, long shardBytes) {
        List<List<PlannedTensor>> shards = new ArrayList<>();
        long filled = Long.MAX_VALUE;
        for (PlannedTensor tensor : tensors) {
            if (shards.isEmpty() || filled + tensor.bytes() > shardBytes) {
                shards.add(new ArrayList<>());
                filled = 0;
            }
            shards.getLast().add(tensor);
            filled += tensor.bytes();
        }
        return shards;
    }

    private static void writeShards(Path folder, List<List<PlannedTensor>> shards, SafetensorsStream.Source source)
            throws IOException {
        if (shards.size() <= 1) {
            List<PlannedTensor> all = shards.isEmpty() ? List.of() : shards.getFirst();
            SafetensorsStream.write(folder.resolve(Checkpoint.SINGLE), METADATA, all, source);
            return;
        }
        ObjectNode index = MAPPER.createObjectNode();
        index.putObject("metadata")
                .put(
                        "total_size",
                        shards.stream()
                                .flatMap(List::stream)
                                .mapToLong(PlannedTensor::bytes)
                                .sum());
        ObjectNode map = index.putObject("weight_map");
        for (int i = 0; i < shards.size(); i++) {
            String name = String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", i + 1, shards.size());
            SafetensorsStream.write(folder.resolve(name), METADATA, shards.get(i), source);
            shards.get(i).forEach(tensor -> map.put(tensor.name(), name));
        }
        writeJson(folder.resolve(Checkpoint.INDEX), index);
    }

    private static void writeJson(Path file, JsonNode node) throws IOException {
        Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
    }

    private static void copyCompanions(Path from, Path to) throws IOException {
        for (String name : COMPANIONS) {
            if (Files.isRegularFile(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(CheckpointWriter::terms).sorted().toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static boolean terms(Path file) {
        String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
        return Files.isRegularFile(file) && TERMS.stream().anyMatch(name::startsWith);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
