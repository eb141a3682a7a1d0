package dev.cadwright.neural;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The reference figures of trained and adapted models. */
public final class Golden {
    private Golden() {}

    /** Folders of {@code training}, sorted; the calling test is skipped where they are absent. */
    public static List<Path> trainings() {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path data = shared == null ? root.resolve("../shared") : Path.of(shared);
        Path trainings = data.resolve("data/golden/training");
        assumeTrue(Files.isDirectory(trainings), "the reference figures are not here: " + trainings.normalize());
        try (Stream<Path> folders = Files.list(trainings)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model that a training started from. */
    public static Path base(Path training) {
        return training.resolveSibling("../models")
                .resolve(String.valueOf(training.getFileName()))
                .normalize();
    }

    /** The logits of the tokens that a file of figures names. */
    public static float[] logits(CausalModel model, SafetensorsFile expected) {
        try (NDManager scope = Tiny.MANAGER.newSubManager()) {
            NDArray ids = scope.create(
                    expected.integers("input_ids"),
                    new Shape(expected.entry("input_ids").shape()));
            return model.forward(CausalInput.of(ids)).logits().orElseThrow().toFloatArray();
        }
    }

    /** The largest difference; NaN if there is one. */
    public static double difference(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new AssertionError(one.length + " values beside " + other.length);
        }
        double most = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = Math.abs((double) one[i] - other[i]);
            most = difference >= 0 ? Math.max(most, difference) : Double.NaN;
        }
        return most;
    }

    public static void report(Path golden, String quantity, double difference) {
        System.out.printf(Locale.ROOT, "golden %-40s %-36s %.2e%n", golden.getFileName(), quantity, difference);
    }
}
