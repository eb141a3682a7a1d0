package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.kernels.StoredWeight;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** The place of a linear layer in a model, under its dotted name; what does the work there can be replaced. */
public final class NamedLinear implements Linear {
    private final String name;
    private volatile Linear linear;

    NamedLinear(String name, Linear linear) {
        this.name = name;
        this.linear = linear;
    }

    /** For example {@code model.layers.0.self_attn.q_proj}. */
    public String name() {
        return name;
    }

    /** What is in this place now. */
    public Linear linear() {
        return linear;
    }

    void replace(UnaryOperator<Linear> replacement) {
        Linear next = Objects.requireNonNull(replacement.apply(linear));
        if (next.inputs() != linear.inputs() || next.outputs() != linear.outputs()) {
            throw new IllegalArgumentException(name + " maps " + linear.inputs() + " to " + linear.outputs() + ", not "
                    + next.inputs() + " to " + next.outputs());
        }
        linear = next;
    }

    @Override
    public NDArray apply(NDArray x) {
        return linear.apply(x);
    }

    @Override
    public long inputs() {
        return linear.inputs();
    }

    @Override
    public long outputs() {
        return linear.outputs();
    }

    @Override
    public NDArray weight(NDManager owner) {
        return linear.weight(owner);
    }

    @Override
    public Optional<StoredWeight> storedWeight() {
        return linear.storedWeight();
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        return linear.tensors();
    }

    @Override
    public String toString() {
        return name + " [" + inputs() + " -> " + outputs() + "]";
    }
}
