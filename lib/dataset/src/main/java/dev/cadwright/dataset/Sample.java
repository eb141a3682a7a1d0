package dev.cadwright.dataset;

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
}
