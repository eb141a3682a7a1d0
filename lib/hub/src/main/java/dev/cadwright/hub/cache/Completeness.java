package dev.cadwright.hub.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.RepositoryPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a folder holds a whole model: nobody writes down which files a snapshot should have, so its own files are
 * asked. An interrupted pull leaves shards out, or all weights.
 */
final class Completeness {
    private static final String INDEX = ".safetensors.index.json";

    private Completeness() {}

    /** A description of the model or of an adapter, weights, and every shard that an index names. */
    static boolean isComplete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
            boolean isDescribed = names.contains("config.json") || names.contains("adapter_config.json");
            boolean hasWeights = names.stream().anyMatch(name -> name.endsWith(".safetensors"));
            return isDescribed
                    && hasWeights
                    && names.stream().filter(name -> name.endsWith(INDEX)).allMatch(index -> hasShards(folder, index));
        } catch (IOException e) {
            throw new HubException(HubException.Code.STORAGE_FAILED, "The cache does not read: " + e.getMessage(), e);
        }
    }

    private static boolean hasShards(Path folder, String index) {
        try {
            for (JsonNode shard :
                    new ObjectMapper().readTree(folder.resolve(index).toFile()).path("weight_map")) {
                if (!Files.isRegularFile(new RepositoryPath(shard.asText()).in(folder))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
