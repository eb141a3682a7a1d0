package dev.cadwright.neural.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.model.DenseLinear;
import dev.cadwright.neural.model.Linear;
import dev.cadwright.neural.tensor.Operations;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A linear layer with the parts of the active adapters. What a checkpoint keeps of it is the base layer, unchanged.
 */
final class AdaptedLinear implements Linear {
    /**
     * @param whole in place of the base layer
     * @param added one behind another
     * @param merged all of it in one matrix, if it has been merged
     */
    private record State(Optional<Linear> whole, List<LowRank> added, Optional<Linear> merged) {}

    private final Linear base;
    private final Operations operations;
    private volatile State state = new State(Optional.empty(), List.of(), Optional.empty());

    AdaptedLinear(Linear base, Operations operations) {
        this.base = base;
        this.operations = operations;
    }

    Linear base() {
        return base;
    }

    void use(Optional<Linear> whole, List<LowRank> added) {
        state = new State(whole, List.copyOf(added), Optional.empty());
    }

    boolean adapted() {
        return !state.added.isEmpty() || state.whole.isPresent();
    }

    void merge(NDManager owner) {
        State now = state;
        if (now.merged.isEmpty() && !now.added.isEmpty()) {
            NDArray weight = weight(owner);
            Optional<NDArray> bias = Optional.ofNullable(inner(now).tensors().get("bias"));
            state = new State(now.whole, now.added, Optional.of(new DenseLinear(operations, weight, bias)));
        }
    }

    void unmerge() {
        State now = state;
        state = new State(now.whole, now.added, Optional.empty());
        now.merged.ifPresent(merged -> merged.tensors().get("weight").close());
    }

    private Linear inner(State now) {
        return now.whole.orElse(base);
    }

    @Override
    public NDArray apply(NDArray x) {
        State now = state;
        if (now.merged.isPresent()) {
            return now.merged.get().apply(x);
        }
        Linear inner = inner(now);
        NDArray y = inner.apply(x);
        for (LowRank one : now.added) {
            y = one.add(y, x, inner);
        }
        return y;
    }

    @Override
    public long inputs() {
        return base.inputs();
    }

    @Override
    public long outputs() {
        return base.outputs();
    }

    /** Of the layer that the active adapters are added to, if it has one. */
    NDArray bias() {
        return inner(state).tensors().get("bias");
    }

    /** With the active adapters in it. */
    @Override
    public NDArray weight(NDManager owner) {
        State now = state;
        if (now.merged.isPresent()) {
            return now.merged.get().weight(owner);
        }
        NDArray weight = inner(now).weight(owner);
        for (LowRank one : now.added) {
            try (NDArray before = weight) {
                weight = one.merge(before, owner);
            }
        }
        return weight;
    }

    @Override
    public SequencedMap<String, NDArray> tensors() {
        return base.tensors();
    }
}
