package dev.cadwright.neural.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.tensor.TorchModule;
import java.util.List;
import java.util.Optional;

/**
 * What an adapter adds to one linear layer: scale · B A, and with magnitudes, rows of that length.
 *
 * @see <a href="https://arxiv.org/abs/2106.09685">LoRA</a>, <a href="https://arxiv.org/abs/2402.09353">DoRA</a>
 */
final class LowRank {
    private final TorchModule ops;
    private final NDArray a;
    private final NDArray b;
    private final Optional<NDArray> magnitude;
    private final double scale;
    private final double dropout;
    private volatile boolean training;
    private volatile NDArray norms;

    /**
     * @param a [rank, inputs]
     * @param b [outputs, rank]
     * @param magnitude [outputs]
     */
    LowRank(TorchModule ops, NDArray a, NDArray b, Optional<NDArray> magnitude, double scale, double dropout) {
        this.ops = ops;
        this.a = a;
        this.b = b;
        this.magnitude = magnitude;
        this.scale = scale;
        this.dropout = dropout;
    }

    NDArray a() {
        return a;
    }

    NDArray b() {
        return b;
    }

    Optional<NDArray> magnitude() {
        return magnitude;
    }

    /** Training drops out, and lets the lengths of rows follow the weights at every step. */
    synchronized void training(boolean on) {
        training = on;
        if (norms != null) {
            norms.close();
            norms = null;
        }
    }

    /** y, what the base layer makes of x, with the adapter's part added. */
    NDArray add(NDArray y, NDArray x, Linear base) {
        double dropped = training ? dropout : 0;
        if (magnitude.isEmpty()) {
            return ops.array(y.getManager(), "low_rank", y, x, a, b, scale, dropped);
        }
        try (NDManager scope = a.getManager().newSubManager()) {
            boolean needed = training || norms == null;
            NDArray weight = needed ? base.weight(scope) : a;
            NDArray lengths = lengths(weight, scope);
            NDArray bias = base.tensors().get("bias");
            return ops.array(
                    y.getManager(),
                    "decomposed",
                    y,
                    x,
                    weight,
                    bias == null ? List.of() : List.of(bias),
                    a,
                    b,
                    magnitude.get(),
                    lengths,
                    scale,
                    dropped);
        }
    }

    private NDArray lengths(NDArray weight, NDManager scope) {
        if (training) {
            return ops.array(scope, "norms", weight, a, b, scale);
        }
        synchronized (this) {
            if (norms == null) {
                norms = ops.array(a.getManager(), "norms", weight, a, b, scale);
            }
            return norms;
        }
    }

    /** The weight [outputs, inputs] with the adapter in it, in the type of the weight. */
    NDArray merge(NDArray weight, NDManager owner) {
        return magnitude
                .map(m -> ops.array(owner, "merged_decomposed", weight, a, b, m, scale))
                .orElseGet(() -> ops.array(owner, "merged", weight, a, b, scale));
    }

    /** The lengths of a weight's rows, where training of the magnitudes begins. */
    NDArray lengthsOf(NDArray weight, NDManager owner) {
        return ops.array(owner, "norms", weight, a, b, scale);
    }
}
