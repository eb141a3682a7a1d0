package dev.cadwright.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** Gives the gateway under test folders of its own, with one built-in model, and small limits. */
public final class GatewayHome implements QuarkusTestResourceLifecycleManager {
    /** Bytes that an upload may have in tests. */
    static final int UPLOAD_LIMIT = 4 << 20;

    private Path home;

    @Override
    public Map<String, String> start() {
        try {
            home = Files.createTempDirectory("cadwright-gateway");
            var model = Files.createDirectories(home.resolve("models/cadwright-nano"));
            Files.writeString(model.resolve("config.json"), "{}");
            Files.createDirectories(home.resolve("models/not-a-model"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "cadwright.artifacts.folder", home.resolve("artifacts").toString(),
                "cadwright.gateway.models", home.resolve("models").toString(),
                "cadwright.gateway.incoming", home.resolve("incoming").toString(),
                "cadwright.gateway.silence", "500ms",
                "cadwright.gateway.upload.max-size", Integer.toString(UPLOAD_LIMIT),
                "cadwright.gateway.upload.max-unpacked", "16M");
    }

    @Override
    public void stop() {
        try (var files = Files.walk(home)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
