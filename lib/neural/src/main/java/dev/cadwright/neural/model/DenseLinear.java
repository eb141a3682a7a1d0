package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.kernels.StoredWeight;
import dev.cadwright.neural.tensor.Operations;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** x Wᵀ + b with a weight [outputs, inputs] as PyTorch's {@code nn.Linear} stores it. */
public record DenseLinear(Operations ops, NDArray weight, Optional<NDArray> bias) implements Linear {
    @Override
    public NDArray apply(NDArray x) {
        return ops.linear(x, weight, bias);
    }

    @Override
    public long inputs() {
        return weight.getShape().get(1);
    }

    @Override
    public long outputs() {
        return weight.getShape().get(0);
    }

    @Override
    public NDArray weight(NDManager owner) {
        NDArray alias = ops.alias(weight);
        alias.attach(owner);
        return alias;
    }

    @Override
    public Optional<StoredWeight> storedWeight() {
        return StoredWeight.of(weight, bias);
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        SequencedMap<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("weight", weight);
        bias.ifPresent(b -> tensors.put("bias", b));
        return tensors;
    }
}
