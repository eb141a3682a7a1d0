package dev.cadwright.kernel;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Finds the worker program. */
final class WorkerExecutable {
    static final Path BELOW_ROOT = Path.of("lib", "kernel", "worker", "build", "cadwright-kernel");

    private WorkerExecutable() {}

    static Path resolve() {
        return resolve(System.getenv(), System.getProperties());
    }

    static Path resolve(Map<String, String> environment, Properties properties) {
        String named = environment.get("CADWRIGHT_KERNEL_WORKER");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String root = properties.getProperty("cadwright.root", environment.getOrDefault("CADWRIGHT_ROOT", ""));
        return Path.of(root).resolve(BELOW_ROOT).toAbsolutePath();
    }
}
