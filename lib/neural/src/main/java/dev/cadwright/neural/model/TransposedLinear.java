package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.tensor.Operations;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** x W + b with a weight stored as [inputs, outputs], the {@code Conv1D} of GPT-2. */
public record TransposedLinear(Operations ops, NDArray stored, NDArray bias) implements Linear {
    @Override
    public NDArray apply(NDArray x) {
        return ops.transposedLinear(x, stored, bias);
    }

    @Override
    public long inputs() {
        return stored.getShape().get(0);
    }

    @Override
    public long outputs() {
        return stored.getShape().get(1);
    }

    @Override
    public NDArray weight(NDManager owner) {
        NDArray transposed = stored.transpose();
        transposed.attach(owner);
        return transposed;
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        SequencedMap<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("weight", stored);
        tensors.put("bias", bias);
        return tensors;
    }
}
