package dev.cadwright.geometry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference figures kept beside the repository; tests that need them are skipped where they are not. */
public final class GoldenData {
    private GoldenData() {}

    public static Path folder(String name) {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path folder = (shared == null ? root.resolve("../shared") : Path.of(shared)).resolve("data/golden/" + name);
        assumeTrue(Files.isDirectory(folder), "the reference figures are not here: " + folder.normalize());
        return folder;
    }
}
