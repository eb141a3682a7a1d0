package dev.cadwright.cli.local.model;

import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.cache.HubCache;
import dev.cadwright.hub.cache.Snapshot;
import dev.cadwright.hub.pull.PullRequest;
import dev.cadwright.hub.pull.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds models by what a person calls them. */
public final class ModelFolders {
    private final Terminal terminal;

    public ModelFolders(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A folder, or a model that came with this installation. */
    public Optional<Path> local(String model) {
        Path models = Path.of(terminal.environment()
                .getOrDefault(
                        "CADWRIGHT_MODELS", terminal.root().resolve("models").toString()));
        return Optional.of(Path.of(model)).filter(Files::isDirectory).or(() -> Optional.of(models.resolve(model))
                .filter(folder -> Files.isRegularFile(folder.resolve("config.json"))));
    }

    /**
     * The folder of a model of the hub, in the cache; pulled into it first where a name with an organisation says that it
     * is one of a hub.
     *
     * @return empty if the name is no model's
     * @throws dev.cadwright.hub.HubException if it cannot be pulled
     */
    public Optional<Path> ofHub(String model) throws InterruptedException {
        int at = model.indexOf('@');
        if (!ModelAddress.isRepository(at < 0 ? model : model.substring(0, at))) {
            return Optional.empty();
        }
        HubSettings settings = HubSettings.of(terminal.environment());
        ModelAddress address = ModelAddress.parse(model);
        Optional<Path> cached =
                new HubCache(settings.cache(), settings.links()).find(address).map(Snapshot::folder);
        if (cached.isPresent() || !model.contains("/")) {
            return cached;
        }
        PullRequest request = new PullRequest(address, new Selection(List.of(), List.of()), false);
        return Optional.of(
                new PullRun(terminal, false, settings).pull(request).snapshot().folder());
    }
}
