package dev.cadwright.hub.pull;

import dev.cadwright.hub.AccessToken;
import dev.cadwright.hub.HubLimits;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.testkit.FakeHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A hub, an empty cache, and pulls that lose no time with waiting. */
final class PullFixture implements AutoCloseable {
    static final String REPOSITORY = "cadwright/tiny";

    final FakeHub hub = FakeHub.start();
    final List<PullEvent> events = new CopyOnWriteArrayList<>();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Path cache;
    private HubLimits limits =
            HubLimits.DEFAULTS.withPatience(Duration.ofSeconds(1), 4, Duration.ofMillis(1), Duration.ofSeconds(60));
    private Optional<AccessToken> token = Optional.empty();

    PullFixture(Path cache) {
        this.cache = cache;
    }

    PullFixture ranges(long bytes, int connections) {
        limits = limits.withRangeBytes(bytes).withConnections(connections);
        return this;
    }

    PullFixture limits(HubLimits others) {
        limits = others;
        return this;
    }

    PullFixture token(String text) {
        token = Optional.of(new AccessToken(text));
        return this;
    }

    HubSettings settings() {
        return new HubSettings(hub.endpoint(), token, cache, false, true, limits);
    }

    ModelPull pull() {
        return pull(settings());
    }

    /** Waits are written down, not waited. */
    ModelPull pull(HubSettings settings) {
        return new ModelPull(settings, waits::add);
    }

    PulledModel run() throws InterruptedException {
        return run(PullRequest.of(ModelAddress.parse(REPOSITORY)));
    }

    PulledModel run(PullRequest request) throws InterruptedException {
        return pull().run(request, events::add, () -> {});
    }

    /** Bytes of large files and requests for them. */
    long storageRequests() {
        return hub.requests().stream()
                .filter(request -> request.host().equals("storage"))
                .count();
    }

    Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        hub.close();
    }
}
