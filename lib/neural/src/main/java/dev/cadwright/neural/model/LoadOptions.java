package dev.cadwright.neural.model;

import dev.cadwright.neural.tensor.ScalarType;
import java.util.Objects;

/**
 * How a checkpoint is read.
 *
 * @param type what to compute in: F32, BF16 or F16; weights stored in it are used where they lie in the file
 * @param writable weights in memory of their own, as training needs them, never over the mapped file
 * @param linears asked first for each linear layer
 */
public record LoadOptions(ScalarType type, boolean writable, LinearFactory linears) {
    public static final LoadOptions SINGLE_PRECISION = new LoadOptions(ScalarType.F32, false, LinearFactory.DENSE);

    public LoadOptions {
        Objects.requireNonNull(linears);
        if (type != ScalarType.F32 && type != ScalarType.BF16 && type != ScalarType.F16) {
            throw new IllegalArgumentException("models do not compute in " + type);
        }
    }

    public LoadOptions in(ScalarType changed) {
        return new LoadOptions(changed, writable, linears);
    }

    /** For training: the weights may be changed in place. */
    public LoadOptions forTraining() {
        return new LoadOptions(type, true, linears);
    }

    public LoadOptions with(LinearFactory changed) {
        return new LoadOptions(type, writable, changed);
    }
}
