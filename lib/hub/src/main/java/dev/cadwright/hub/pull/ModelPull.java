package dev.cadwright.hub.pull;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.Pause;
import dev.cadwright.hub.cache.HubCache;
import dev.cadwright.hub.cache.Snapshot;
import dev.cadwright.hub.describe.ModelCard;
import dev.cadwright.hub.http.HubHttp;
import java.util.List;
import java.util.Optional;

/**
 * Pulls models into the cache that all programs of a machine share. Whatever ends it, also a kill, leaves what came so
 * far; the next pull fetches the rest. Only whole, checked files have names that loaders look for.
 */
public final class ModelPull {
    private final HubSettings settings;
    private final HubCache cache;
    private final Pause pause;

    public ModelPull(HubSettings settings) {
        this(settings, Pause.real());
    }

    ModelPull(HubSettings settings, Pause pause) {
        this.settings = settings;
        this.cache = new HubCache(settings.cache(), settings.links());
        this.pause = pause;
    }

    /**
     * @param listener told of what happens, by several threads, one at a time
     * @param stop called often; what it throws ends the pull
     * @throws HubException if the model cannot be had
     */
    public PulledModel run(PullRequest request, PullEvent.Listener listener, Runnable stop)
            throws InterruptedException {
        PullEvent.Listener ordered = listener.oneAtATime();
        if (settings.offline()) {
            return fromCache(request.address(), "HF_HUB_OFFLINE is set", ordered)
                    .orElseThrow(() -> new HubException(
                            HubException.Code.OFFLINE,
                            "%s is not in the cache %s, and HF_HUB_OFFLINE forbids to ask the hub."
                                    .formatted(request.address(), settings.cache())));
        }
        try (Crew crew = new Crew(settings.limits().connections());
                HubHttp http = new HubHttp(settings, pause, () -> {
                    stop.run();
                    crew.throwIfFailed();
                })) {
            HubCatalogue catalogue = new HubCatalogue(http, settings.limits());
            Optional<RepositoryListing> listing = listing(catalogue, request.address(), ordered);
            if (listing.isEmpty()) {
                return fromCache(request.address(), "", event -> {}).orElseThrow();
            }
            return new OnlinePull(settings, cache, http, catalogue, crew, ordered, stop).run(request, listing.get());
        }
    }

    /** What a hub says of a model, without fetching it. */
    public RepositoryListing look(ModelAddress address) throws InterruptedException {
        try (HubHttp http = new HubHttp(settings, pause, () -> {})) {
            return new HubCatalogue(http, settings.limits()).list(address);
        }
    }

    /** Empty if the hub cannot be asked now, but the cache has a whole copy. */
    private Optional<RepositoryListing> listing(
            HubCatalogue catalogue, ModelAddress address, PullEvent.Listener listener) throws InterruptedException {
        try {
            return Optional.of(catalogue.list(address));
        } catch (HubException failure) {
            boolean isAway =
                    failure.code() == HubException.Code.UNREACHABLE || failure.code() == HubException.Code.RATE_LIMITED;
            if (isAway && fromCache(address, failure.getMessage(), listener).isPresent()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<PulledModel> fromCache(ModelAddress address, String reason, PullEvent.Listener listener) {
        Optional<Snapshot> found = cache.find(address);
        found.ifPresent(snapshot -> listener.on(new PullEvent.FromCache(reason)));
        return found.map(snapshot -> new PulledModel(
                snapshot,
                snapshot.files().values().stream().mapToLong(Long::longValue).sum(),
                0,
                List.of(),
                ModelCard.in(snapshot.folder()).licence()));
    }
}
