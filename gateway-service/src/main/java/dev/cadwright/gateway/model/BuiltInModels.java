package dev.cadwright.gateway.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.gateway.GatewaySettings;
import dev.cadwright.gateway.kind.Forms;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The checkpoints that come with the installation: subfolders that hold a {@code config.json}. */
@ApplicationScoped
public class BuiltInModels {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONFIGURATION = "config.json";

    private final Path folder;

    BuiltInModels(GatewaySettings settings) {
        this.folder = settings.models();
    }

    /**
     * One of them.
     *
     * @param family the {@code model_type} of its configuration, or null
     * @param bytes of its files
     */
    public record BuiltIn(String name, Instant created, String family, long bytes) {}

    /** By name; none where the folder does not exist. */
    public List<BuiltIn> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<BuiltIn>();
        try (var children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var child : children) {
                find(child.getFileName().toString()).ifPresent(found::add);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("The models cannot be listed", failure);
        }
        found.sort(Comparator.comparing(BuiltIn::name));
        return found;
    }

    public Optional<BuiltIn> find(String name) {
        if (!name.matches(Forms.NAME)) {
            return Optional.empty();
        }
        var configuration = folder.resolve(name).resolve(CONFIGURATION);
        try {
            return Files.isRegularFile(configuration)
                    ? Optional.of(new BuiltIn(
                            name,
                            Files.getLastModifiedTime(configuration).toInstant(),
                            JSON.readTree(configuration.toFile())
                                    .path("model_type")
                                    .textValue(),
                            bytes(configuration.getParent())))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new IllegalStateException("The model cannot be read: " + name, failure);
        }
    }

    private static long bytes(Path model) throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(model, Files::isRegularFile)) {
            for (var file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
