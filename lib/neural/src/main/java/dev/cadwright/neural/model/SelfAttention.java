package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.tensor.AttentionShape;
import dev.cadwright.neural.tensor.Operations;

/**
 * Multi-head attention of a sequence to itself, with keys and values shared by groups of heads where the shape says so.
 *
 * @param layer number of the layer, by which the cache keeps its keys and values
 * @param window how far back it looks; 0 for all
 */
record SelfAttention(
        Operations ops, int layer, QueryKeyValue projections, Linear output, AttentionShape shape, int window) {
    NDArray apply(NDArray x, Pass pass) {
        NDArray[] qkv = projections.of(x);
        return output.apply(ops.attention(qkv[0], qkv[1], qkv[2], shape, pass.state(layer, window)));
    }

    /** The projections to queries, keys and values. */
    interface QueryKeyValue {
        NDArray[] of(NDArray x);

        record Separate(Linear query, Linear key, Linear value) implements QueryKeyValue {
            static Separate of(Weights weights) {
                return new Separate(weights.linear("q_proj"), weights.linear("k_proj"), weights.linear("v_proj"));
            }

            @Override
            public NDArray[] of(NDArray x) {
                return new NDArray[] {query.apply(x), key.apply(x), value.apply(x)};
            }
        }

        /** One matrix for the three, in this order. */
        record Fused(Operations ops, Linear all, long queries, long keys) implements QueryKeyValue {
            @Override
            public NDArray[] of(NDArray x) {
                return ops.split(all.apply(x), queries, keys, keys);
            }
        }
    }
}
