package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gradient checkpointing (Chen et al., 2016): a first pass keeps what goes into each layer and nothing else; the way
 * back computes each layer a second time. The gradients are those of an ordinary pass, since the operations are.
 *
 * @param mask of what counts; empty if everything does
 */
record Recomputation(Decoder decoder, CausalInput input, Entry entry, Optional<NDArray> mask, NDArray positionIds) {
    private static final long SEEDS = Integer.MAX_VALUE;

    /**
     * What the first layer reads.
     *
     * @param again makes the same a second time, with its graph
     */
    record Entry(NDArray embeddings, Supplier<NDArray> again) {}

    /** Adds the gradients of the summed cross-entropy times a factor; returns that product. */
    double backward(NDArray labels, double factor) {
        NDManager owner = input.ids().getManager();
        try (NDManager scope = owner.newSubManager()) {
            long seed = drawn(scope);
            TorchRuntime.recordGradients(false);
            Pass pass = decoder.pass(input, scope, mask, positionIds, Optional.empty());
            List<NDArray> states = forward(pass, scope, seed);
            TorchRuntime.recordGradients(true);
            Head head = head(states.removeLast(), labels, factor, scope);
            NDArray gradient = head.gradient();
            for (int i = decoder.layers().size() - 1; i >= 0; i--) {
                JniUtils.setSeed(seed + i);
                gradient = layer(decoder.layers().get(i), states.removeLast(), gradient, pass, scope);
            }
            enter(scope, gradient);
            // What comes next draws from somewhere else.
            JniUtils.setSeed(seed + decoder.layers().size());
            return head.loss();
        }
    }

    /** Dropout is drawn twice alike, from a seed that comes itself out of the generator. */
    private static long drawn(NDManager scope) {
        try (NDArray number = scope.randomInteger(0, SEEDS, new Shape(1), DataType.INT64)) {
            return number.getLong();
        }
    }

    private List<NDArray> forward(Pass pass, NDManager scope, long seed) {
        List<NDArray> states = new ArrayList<>();
        states.add(entered(entry.embeddings(), scope));
        for (int i = 0; i < decoder.layers().size(); i++) {
            JniUtils.setSeed(seed + i);
            NDArray x = decoder.ops().alias(states.getLast());
            states.add(Decoder.step(decoder.layers().get(i), x, pass));
        }
        return states;
    }

    private NDArray entered(NDArray first, NDManager scope) {
        NDArray embeddings = decoder.ops().alias(first);
        embeddings.attach(scope);
        return decoder.positions().enter(embeddings, positionIds);
    }

    /** Loss, and the gradient of what goes into the last norm. */
    private record Head(double loss, NDArray gradient) {}

    private Head head(NDArray state, NDArray labels, double factor, NDManager scope) {
        try (NDManager inner = scope.newSubManager()) {
            state.attach(inner);
            state.setRequiresGradient(true);
            NDArray logits = decoder.vocabulary(decoder.norm().apply(state));
            NDArray sum = decoder.ops().crossEntropy(logits, decoder.ops().shift(labels), false);
            NDArray loss = decoder.ops().scale(sum, factor);
            JniUtils.backward((PtNDArray) loss, (PtNDArray) inner.ones(new Shape()), false, false);
            return new Head(loss.getFloat(), kept(state, scope));
        }
    }

    private NDArray layer(Layer layer, NDArray state, NDArray gradient, Pass pass, NDManager scope) {
        try (NDManager inner = scope.newSubManager()) {
            gradient.attach(inner);
            state.attach(inner);
            state.setRequiresGradient(true);
            NDArray y = layer.apply(state, pass);
            JniUtils.backward((PtNDArray) y, (PtNDArray) gradient, false, false);
            return kept(state, scope);
        }
    }

    private void enter(NDManager scope, NDArray gradient) {
        NDArray entered = entered(entry.again().get(), scope);
        // Below an adapter nothing before the first layer may change.
        if (decoder.ops().recorded(entered)) {
            JniUtils.backward((PtNDArray) entered, (PtNDArray) gradient, false, false);
        }
    }

    private static NDArray kept(NDArray state, NDManager scope) {
        NDArray gradient = state.getGradient();
        gradient.attach(scope);
        return gradient;
    }
}
