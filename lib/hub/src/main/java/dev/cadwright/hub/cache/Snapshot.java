package dev.cadwright.hub.cache;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.ModelAddress;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A commit of a model in the cache.
 *
 * @param folder with the files under their own names: what loads models
 */
public record Snapshot(ModelAddress address, String commit, Path folder) {
    /** Sizes by name, with slashes. */
    public Map<String, Long> files() {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(folder.relativize(file).toString().replace('\\', '/'), Files.size(file));
            }
            return sizes;
        } catch (IOException e) {
            throw new HubException(HubException.Code.STORAGE_FAILED, "The model does not read: " + e.getMessage(), e);
        }
    }
}
