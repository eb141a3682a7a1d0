package dev.cadwright.dataset;

import dev.cadwright.geometry.PointCloud;
import dev.cadwright.geometry.format.FormatException;
import dev.cadwright.geometry.format.Npy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One shape of a dataset with its files. The arrays are shared: read only. */
public record Sample(SampleDescription description, Map<SampleFile, byte[]> files) {
    public Sample {
        EnumMap<SampleFile, byte[]> copy = new EnumMap<>(SampleFile.class);
        copy.putAll(files);
        files = Collections.unmodifiableMap(copy);
    }

    public String id() {
        return description.id();
    }

    public Optional<byte[]> file(SampleFile file) {
        return Optional.ofNullable(files.get(file));
    }

    public Optional<String> text(SampleFile file) {
        return file(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * The points that models are given.
     *
     * @throws DatasetException {@code DATASET_CORRUPT} if there are none, or they cannot be read
     */
    public PointCloud points() {
        byte[] npy = file(SampleFile.POINTS).orElseThrow(() -> withoutPoints("there are none", null));
        try {
            return Npy.parse(npy).toPointCloud();
        } catch (FormatException | IllegalArgumentException e) {
            throw withoutPoints(e.getMessage(), e);
        }
    }

    private DatasetException withoutPoints(String reason, Exception cause) {
        return new DatasetException(
                DatasetException.Code.DATASET_CORRUPT, "the points of sample " + id() + ": " + reason, cause);
    }
}
