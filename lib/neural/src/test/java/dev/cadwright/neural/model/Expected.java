package dev.cadwright.neural.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.TensorEntry;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Inputs and reference figures of one file of the golden results. */
final class Expected implements AutoCloseable {
    /** What a model reads beside its tokens. */
    private static final Set<String> MEDIA = Set.of(
            "pixel_values",
            "image_grid_thw",
            "pixel_values_videos",
            "video_grid_thw",
            "point_cloud",
            "point_clouds",
            "is_pc",
            "is_img");

    private final SafetensorsFile file;

    Expected(Path path) {
        this.file = SafetensorsFile.open(path);
    }

    /** The folders of golden results, sorted; the calling test is skipped where they are absent. */
    static List<Path> folders() {
        String shared = System.getenv("CADWRIGHT_SHARED");
        Path root = Path.of(System.getProperty("cadwright.root", "."));
        Path data = shared == null ? root.resolve("../shared") : Path.of(shared);
        Path models = data.resolve("data/golden/models");
        assumeTrue(Files.isDirectory(models), "the reference figures are not here: " + models.normalize());
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return file.names().contains(name);
    }

    float[] floats(String name) {
        return file.floats(name);
    }

    long[] integers(String name) {
        return file.integers(name);
    }

    long[] shape(String name) {
        return file.entry(name).shape();
    }

    NDArray array(NDManager owner, String name) {
        TensorEntry entry = file.entry(name);
        Shape shape = new Shape(entry.shape());
        return switch (entry.type()) {
            case F16, BF16, F32, F64 -> owner.create(file.floats(name), shape);
            case BOOL, U8, I8, I16, U16, I32, U32, I64, U64 -> owner.create(file.integers(name), shape);
        };
    }

    Map<String, NDArray> media(NDManager owner) {
        Map<String, NDArray> media = new LinkedHashMap<>();
        MEDIA.stream().filter(this::has).forEach(name -> media.put(name, array(owner, name)));
        return media;
    }

    /** The largest difference from a tensor of the file. */
    double difference(String name, Operations ops, NDArray actual) {
        return difference(floats(name), ops, actual);
    }

    static double difference(float[] wanted, Operations ops, NDArray actual) {
        float[] values = floats(ops, actual);
        if (values.length != wanted.length) {
            throw new AssertionError(values.length + " values where " + wanted.length + " are expected");
        }
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = Math.abs((double) values[i] - wanted[i]);
            // NaN must not pass as small.
            most = difference >= 0 ? Math.max(most, difference) : Double.NaN;
            if (Double.isNaN(most)) {
                return most;
            }
        }
        return most;
    }

    static float[] floats(Operations ops, NDArray array) {
        try (NDArray single = ops.cast(array, ScalarType.F32);
                NDArray whole = ops.contiguous(single)) {
            return whole.toFloatArray();
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
