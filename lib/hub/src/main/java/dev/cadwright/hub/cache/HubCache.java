package dev.cadwright.hub.cache;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.ModelAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All models that a machine has pulled. */
public final class HubCache {
    private static final String PREFIX = "models--";
    private static final String SEPARATOR = "--";

    private final Path root;
    private final boolean links;

    /** @param links whether links may be used; without them, files are copied */
    public HubCache(Path root, boolean links) {
        this.root = root;
        this.links = links;
    }

    /** The folder of one repository, whether or not it exists. */
    public CachedRepository repository(String name) {
        return new CachedRepository(root, PREFIX + name.replace("/", SEPARATOR), links);
    }

    /**
     * A model that can be used as it lies here.
     *
     * @return empty unless there is a snapshot with all files that the model needs
     */
    public Optional<Snapshot> find(ModelAddress address) {
        CachedRepository repository = repository(address.repository());
        return repository.commit(address.revision()).flatMap(commit -> repository.snapshot(address, commit));
    }

    /** The repositories of which there is something, by name. */
    public List<String> repositories() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX))
                    .map(name -> name.substring(PREFIX.length()).replace(SEPARATOR, "/"))
                    .filter(ModelAddress::isRepository)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new HubException(HubException.Code.STORAGE_FAILED, "The cache does not read: " + e.getMessage(), e);
        }
    }
}
