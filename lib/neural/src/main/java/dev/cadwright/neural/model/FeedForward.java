package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.Operations;

/** The position-wise part of a block. */
interface FeedForward {
    NDArray apply(NDArray x);

    /** down(f(gate(x)) · up(x)) (Shazeer, 2020). */
    record Gated(Operations ops, Linear gate, Linear up, Linear down, Activation activation) implements FeedForward {
        static Gated of(Weights weights, Activation activation) {
            return new Gated(
                    weights.ops(),
                    weights.linear("gate_proj"),
                    weights.linear("up_proj"),
                    weights.linear("down_proj"),
                    activation);
        }

        @Override
        public NDArray apply(NDArray x) {
            return down.apply(ops.gate(gate.apply(x), up.apply(x), activation));
        }
    }

    /** The same with gate and up in one matrix, gate first. */
    record FusedGated(Operations ops, Linear gateAndUp, Linear down, Activation activation) implements FeedForward {
        @Override
        public NDArray apply(NDArray x) {
            long half = gateAndUp.outputs() / 2;
            NDArray[] parts = ops.split(gateAndUp.apply(x), half, half);
            return down.apply(ops.gate(parts[0], parts[1], activation));
        }
    }

    /** second(f(first(x))). */
    record Plain(Operations ops, Linear first, Linear second, Activation activation) implements FeedForward {
        @Override
        public NDArray apply(NDArray x) {
            return second.apply(ops.activate(first.apply(x), activation));
        }
    }
}
