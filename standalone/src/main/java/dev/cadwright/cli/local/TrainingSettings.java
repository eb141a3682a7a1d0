package dev.cadwright.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.cadwright.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The configuration that a training really runs with: the file's, with the values of {@code --set}. */
final class TrainingSettings {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> MODELS = List.of("base_model", "base_model_name", "load_from_full_model");
    private static final List<String> PATHS =
            List.of("train_data", "val_data", "image_folder", "adapter", "chat_template");
    private static final String GENERATED = "procedural";

    private TrainingSettings() {}

    /** Knows models by their names. */
    @FunctionalInterface
    interface Models {
        Optional<Path> find(String name) throws InterruptedException;
    }

    /**
     * Writes the merged configuration; paths in it, relative to the original, become absolute.
     *
     * @param models where a model is that is no folder
     * @return {@code target}
     */
    static Path merge(Path config, List<String> settings, Path target, Models models)
            throws IOException, InterruptedException {
        if (!Files.isRegularFile(config)) {
            throw CommandFailure.usage(config + " does not exist.");
        }
        JsonNode read = YAML.readTree(config.toFile());
        if (!(read instanceof ObjectNode root)) {
            throw CommandFailure.usage(config + " is not a configuration: it has no keys.");
        }
        settings.forEach(setting -> set(root, setting));
        Path folder = config.toAbsolutePath().getParent();
        for (String key : PATHS) {
            JsonNode value = root.path(key);
            if (value.isTextual() && !value.asText().equals(GENERATED)) {
                root.put(key, folder.resolve(value.asText()).normalize().toString());
            }
        }
        for (String key : MODELS) {
            JsonNode value = root.path(key);
            if (value.isTextual()) {
                Path there = folder.resolve(value.asText()).normalize();
                Path model = Files.isDirectory(there)
                        ? there
                        : models.find(value.asText()).orElse(there);
                root.put(key, model.toAbsolutePath().toString());
            }
        }
        Files.write(target, YAML.writeValueAsBytes(root));
        return target;
    }

    private static void set(ObjectNode root, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw CommandFailure.usage("--set takes KEY=VALUE, for example --set training.learning_rate=0.0003.");
        }
        String[] keys = setting.substring(0, equals).split("\\.", -1);
        ObjectNode section = root;
        for (int i = 0; i < keys.length - 1; i++) {
            section = section.path(keys[i]) instanceof ObjectNode inner ? inner : section.putObject(keys[i]);
        }
        try {
            section.set(keys[keys.length - 1], YAML.readTree(setting.substring(equals + 1)));
        } catch (IOException e) {
            throw CommandFailure.usage("--set " + setting + ": " + e.getMessage());
        }
    }
}
