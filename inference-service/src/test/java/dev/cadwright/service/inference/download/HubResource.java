package dev.cadwright.service.inference.download;

import dev.cadwright.hub.testkit.FakeHub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A hub on this machine, and an empty cache. */
public final class HubResource implements QuarkusTestResourceLifecycleManager {
    /** Set before the tests run, in the same process as they. */
    private static FakeHub hub;

    static FakeHub hub() {
        return hub;
    }

    @Override
    public Map<String, String> start() {
        hub = FakeHub.start();
        try {
            return Map.of(
                    "cadwright.hub.endpoint",
                    hub.endpoint().toString(),
                    "cadwright.hub.cache",
                    Files.createTempDirectory("cadwright-hub").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        hub.close();
    }
}
