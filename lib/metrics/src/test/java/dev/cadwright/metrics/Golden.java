package dev.cadwright.metrics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.kernel.KernelOptions;
import dev.cadwright.kernel.KernelPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reference figures kept beside the repository, and the kernel; tests that need either are skipped without it. */
public final class Golden {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

    public static Path folder(String name) {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path data = shared == null ? root.resolve("../shared") : Path.of(shared);
        Path folder = data.resolve("data/golden/metrics").resolve(name);
        assumeTrue(Files.isDirectory(folder), "the reference figures are not here: " + folder.normalize());
        return folder;
    }

    public static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    public static KernelPool kernel() {
        KernelOptions options = KernelOptions.standard().withWorkers(1);
        assumeTrue(Files.isExecutable(options.executable()), "the kernel worker is not built: " + options.executable());
        return new KernelPool(options);
    }
}
