package dev.cadwright.hub.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.hub.HubException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the files of a model's folder say of it.
 *
 * @param family the {@code model_type} of its configuration; of an adapter, {@code lora} or what else it is
 * @param base what an adapter belongs to, or the card says that it was made from
 * @param parameters numbers in its weights, by type as safetensors names them
 * @param weightBytes of files of weights
 * @param bytes of all files
 * @param pickles files of weights that are not loaded
 */
public record ModelDescription(
        Optional<String> family,
        boolean isAdapter,
        Optional<String> base,
        Map<String, Long> parameters,
        long weightBytes,
        long bytes,
        int files,
        Optional<String> licence,
        List<String> pickles) {
    private static final String CONFIGURATION = "config.json";
    private static final String ADAPTER = "adapter_config.json";
    private static final String WEIGHTS = ".safetensors";
    private static final long LARGEST_CONFIGURATION = 16 << 20;

    public ModelDescription {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        pickles = List.copyOf(pickles);
    }

    /** All numbers. */
    public long parameterCount() {
        return parameters.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @throws HubException {@code invalid_name} if the folder holds no model */
    public static ModelDescription of(Path folder) {
        try {
            boolean isAdapter = Files.isRegularFile(folder.resolve(ADAPTER));
            Path configuration = folder.resolve(isAdapter ? ADAPTER : CONFIGURATION);
            if (!Files.isRegularFile(configuration) || Files.size(configuration) > LARGEST_CONFIGURATION) {
                throw new HubException(
                        HubException.Code.INVALID_NAME,
                        "%s holds no model: there is no %s.".formatted(folder, CONFIGURATION));
            }
            return described(folder, isAdapter, new ObjectMapper().readTree(configuration.toFile()));
        } catch (IOException e) {
            throw new HubException(
                    HubException.Code.STORAGE_FAILED, "%s does not read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static ModelDescription described(Path folder, boolean isAdapter, JsonNode configuration)
            throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Map<String, Long> parameters = new TreeMap<>();
        long weightBytes = 0;
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
            if (file.toString().endsWith(WEIGHTS)) {
                weightBytes += Files.size(file);
                WeightCounts.of(file).forEach((type, count) -> parameters.merge(type, count, Math::addExact));
            }
        }
        ModelCard card = ModelCard.in(folder);
        return new ModelDescription(
                text(configuration.path(isAdapter ? "peft_type" : "model_type"))
                        .map(name -> isAdapter ? name.toLowerCase(java.util.Locale.ROOT) : name),
                isAdapter,
                text(configuration.path("base_model_name_or_path")).or(card::base),
                parameters,
                weightBytes,
                bytes,
                files.size(),
                card.licence(),
                files.stream()
                        .map(file -> folder.relativize(file).toString())
                        .filter(name -> name.matches(".*\\.(bin|pt|pth|ckpt|pkl)"))
                        .toList());
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value.textValue()).filter(text -> !text.isBlank());
    }
}
