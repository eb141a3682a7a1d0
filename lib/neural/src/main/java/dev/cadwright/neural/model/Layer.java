package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.tensor.Operations;

/** One block of a transformer: hidden states [batch, time, width] to the same shape. */
interface Layer {
    NDArray apply(NDArray x, Pass pass);

    /** x + attention(norm(x)), then x + feedForward(norm(x)). */
    record PreNorm(
            Operations ops, Norm attentionNorm, SelfAttention attention, Norm feedForwardNorm, FeedForward feedForward)
            implements Layer {
        @Override
        public NDArray apply(NDArray x, Pass pass) {
            NDArray h = ops.add(x, attention.apply(attentionNorm.apply(x), pass));
            return ops.add(h, feedForward.apply(feedForwardNorm.apply(h)));
        }
    }

    /** attention(norm(x)) + feedForward(norm(x)) + x, the two side by side. */
    record Parallel(Operations ops, Norm norm, SelfAttention attention, FeedForward feedForward) implements Layer {
        @Override
        public NDArray apply(NDArray x, Pass pass) {
            NDArray h = norm.apply(x);
            return ops.add(ops.add(attention.apply(h, pass), feedForward.apply(h)), x);
        }
    }

    /** A pre-normalised block that also attends to an encoder, between itself and its feed-forward part. */
    record CrossAttending(
            Operations ops,
            Norm attentionNorm,
            SelfAttention attention,
            Norm crossNorm,
            CrossAttention cross,
            Norm feedForwardNorm,
            FeedForward feedForward)
            implements Layer {
        @Override
        public NDArray apply(NDArray x, Pass pass) {
            NDArray h = ops.add(x, attention.apply(attentionNorm.apply(x), pass));
            NDArray c = ops.add(h, cross.apply(crossNorm.apply(h), pass));
            return ops.add(c, feedForward.apply(feedForwardNorm.apply(c)));
        }
    }
}
