package dev.cadwright.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** Gives the gateway under test folders of its own, with one built-in model, and small limits. */
public final class GatewayHome implements QuarkusTestResourceLifecycleManager {
    /** Bytes that an upload may have in tests. */
    static final int UPLOAD_LIMIT = 4 << 20;

    /** Where the gateway looks for the dataset service: nobody is there unless a test puts somebody there. */
    public static final int DATASET_PORT = freePort();

    /** The same of the inference service. */
    public static final int INFERENCE_PORT = freePort();

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
                "cadwright.gateway.programs.url",
                "http://127.0.0.1:" + DATASET_PORT,
                "cadwright.gateway.downloads.url",
                "http://127.0.0.1:" + INFERENCE_PORT,
                "cadwright.gateway.programs.timeout",
                "1s",
                "cadwright.artifacts.folder",
                home.resolve("artifacts").toString(),
                "cadwright.gateway.models",
                home.resolve("models").toString(),
                "cadwright.gateway.incoming",
                home.resolve("incoming").toString(),
                "cadwright.gateway.silence",
                "500ms",
                "cadwright.gateway.upload.max-size",
                Integer.toString(UPLOAD_LIMIT),
                "cadwright.gateway.upload.max-unpacked",
                "16M");
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

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
