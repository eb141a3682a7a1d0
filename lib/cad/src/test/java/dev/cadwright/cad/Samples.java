package dev.cadwright.cad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The DeepCAD files that ship with the project. */
public final class Samples {
    private Samples() {}

    public static List<Path> deepCad() {
        Path folder = Path.of(System.getProperty("cadwright.root"), "samples", "deepcad-json");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> samples = files.sorted().toList();
            assertThat(samples).as("samples in %s", folder).hasSize(11);
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of the sample data that does not ship; tests on it are skipped where it is absent. */
    public static Path shared(String folder) {
        Path root = Path.of(System.getProperty("cadwright.root"));
        Path shared = Optional.ofNullable(System.getenv("CADWRIGHT_SHARED"))
                .map(Path::of)
                .orElse(root.resolveSibling("shared"));
        Path data = shared.resolve("data").resolve(folder);
        assumeTrue(Files.isDirectory(data), () -> "no sample data at " + data + ": CADWRIGHT_SHARED names its folder");
        return data;
    }

    public static String text(Path sample) {
        try {
            return Files.readString(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String deepCad(String name) {
        return text(deepCad().stream()
                .filter(path -> path.endsWith(name))
                .findFirst()
                .orElseThrow());
    }
}
