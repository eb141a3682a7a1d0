package dev.cadwright.neural.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.model.DenseLinear;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A linear layer whose product is in 16 bits, while its weight, its gradient and what comes out are in single precision
 * (Micikevicius and others, 2018).
 */
record MixedLinear(Operations ops, DenseLinear master) implements Linear {
    @Override
    public NDArray apply(NDArray x) {
        try (NDArray half = ops.cast(x, ScalarType.BF16);
                NDArray weight = half(master.weight(), x.getManager())) {
            Optional<NDArray> bias = master.bias().map(b -> half(b, x.getManager()));
            try (NDArray y = ops.linear(half, weight, bias)) {
                return ops.cast(y, ScalarType.F32);
            } finally {
                bias.ifPresent(NDArray::close);
            }
        }
    }

    private NDArray half(NDArray array, NDManager owner) {
        NDArray half = ops.cast(array, ScalarType.BF16);
        half.attach(owner);
        return half;
    }

    @Override
    public long inputs() {
        return master.inputs();
    }

    @Override
    public long outputs() {
        return master.outputs();
    }

    @Override
    public NDArray weight(NDManager owner) {
        return master.weight(owner);
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        return master.tensors();
    }
}
