package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.Operations;
import java.util.Optional;

/**
 * Makes one vector of an image's states: a learned query attends to them, a feed-forward part follows.
 *
 * @param query [1, 1, width]
 * @param projection [3 width, width], for queries, keys and values in this order, with its bias
 */
record PoolingHead(
        Operations ops,
        NDArray query,
        NDArray projection,
        NDArray projectionBias,
        Linear output,
        Norm norm,
        FeedForward feedForward,
        int heads) {
    static PoolingHead of(Weights weights, int heads, double epsilon, Activation activation) {
        Weights attention = weights.at("attention");
        return new PoolingHead(
                weights.ops(),
                weights.tensor("probe"),
                attention.tensor("in_proj_weight"),
                attention.tensor("in_proj_bias"),
                attention.linear("out_proj"),
                Norm.Layer.of(weights, "layernorm", epsilon),
                new FeedForward.Plain(weights.ops(), weights.linear("mlp.fc1"), weights.linear("mlp.fc2"), activation),
                heads);
    }

    /** [batch, patches, width] to [batch, width]. */
    NDArray apply(NDArray states) {
        long width = states.getShape().get(2);
        NDArray keys = ops.heads(project(states, 1, width), heads);
        NDArray values = ops.heads(project(states, 2, width), heads);
        // The same query for every image of the batch.
        NDArray asked = ops.repeat(states, query);
        NDArray attended = ops.crossAttention(
                project(asked, 0, width), keys, values, Optional.empty(), Math.sqrt((double) heads / width));
        NDArray pooled = output.apply(attended);
        return ops.first(ops.add(pooled, feedForward.apply(norm.apply(pooled))));
    }

    private NDArray project(NDArray x, int part, long width) {
        try (NDArray weight = ops.slice(projection, 0, part * width, (part + 1) * width);
                NDArray bias = ops.slice(projectionBias, 0, part * width, (part + 1) * width)) {
            return ops.linear(x, weight, Optional.of(bias));
        }
    }
}
