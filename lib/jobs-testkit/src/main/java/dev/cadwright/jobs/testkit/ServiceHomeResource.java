package dev.cadwright.jobs.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives a service under test folders of its own, the models that ship, and the pace of a test: what people would hardly
 * notice as a delay is a long time there.
 */
public final class ServiceHomeResource implements QuarkusTestResourceLifecycleManager {
    private Path home;

    @Override
    public Map<String, String> start() {
        try {
            home = Files.createTempDirectory("cadwright-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "cadwright.home",
                home.toString(),
                "cadwright.artifacts.folder",
                home.resolve("artifacts").toString(),
                "cadwright.models",
                root().resolve("models").toString(),
                "cadwright.jobs.worker.poll",
                "100ms",
                "cadwright.jobs.worker.progress-interval",
                "20ms",
                "cadwright.jobs.worker.first-backoff",
                "100ms");
    }

    /** The root of the repository. */
    public static Path root() {
        return Path.of(System.getProperty("cadwright.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public void stop() {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
