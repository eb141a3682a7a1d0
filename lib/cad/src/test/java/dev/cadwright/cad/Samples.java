package dev.cadwright.cad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
