package dev.cadwright.neural.completion;

import dev.cadwright.neural.quantize.Quantization;
import dev.cadwright.neural.tensor.ScalarType;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A model and how it is loaded.
 *
 * @param folder of a checkpoint
 * @param adapter folder of a PEFT adapter that takes part
 * @param type what to compute in
 * @param quantization of the weights while they are read
 * @param threads to compute with
 */
public record ModelSource(
        Path folder, Optional<Path> adapter, ScalarType type, Optional<Quantization> quantization, int threads) {
    public ModelSource {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(adapter);
        Objects.requireNonNull(type);
        Objects.requireNonNull(quantization);
    }

    /** In single precision, without an adapter. */
    public static ModelSource of(Path folder, int threads) {
        return new ModelSource(folder, Optional.empty(), ScalarType.F32, Optional.empty(), threads);
    }
}
