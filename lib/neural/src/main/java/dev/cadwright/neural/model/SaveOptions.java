package dev.cadwright.neural.model;

import dev.cadwright.neural.tensor.ScalarType;
import java.util.Objects;
import java.util.Optional;

/**
 * How a model is written.
 *
 * @param type of all floating-point tensors; without one, each as the checkpoint had it that was read
 * @param shardBytes what a file holds at most, unless a single tensor is larger
 */
public record SaveOptions(Optional<ScalarType> type, long shardBytes) {
    public static final SaveOptions AS_READ = new SaveOptions(Optional.empty(), 5_000_000_000L);

    public SaveOptions {
        Objects.requireNonNull(type);
        if (shardBytes < 1) {
            throw new IllegalArgumentException("a shard of " + shardBytes + " bytes holds nothing");
        }
    }

    public SaveOptions in(ScalarType changed) {
        return new SaveOptions(Optional.of(changed), shardBytes);
    }

    public SaveOptions withShardsOf(long bytes) {
        return new SaveOptions(type, bytes);
    }
}
