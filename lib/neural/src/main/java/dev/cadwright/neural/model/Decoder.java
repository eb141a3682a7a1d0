package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.tensor.MaskShape;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stack of causal layers between an embedding and a head.
 *
 * @param embedding [vocabulary, width]
 * @param embeddingScale by which embeddings are multiplied; 1 for none
 * @param head width to vocabulary
 * @param headScale by which hidden states are multiplied before the head; 1 for none
 * @param cache what each layer keeps
 */
record Decoder(
        Operations ops,
        ScalarType type,
        NDArray embedding,
        double embeddingScale,
        PositionScheme positions,
        List<Layer> layers,
        Norm norm,
        Linear head,
        double headScale,
        List<PreallocatedCache.LayerShape> cache) {
    Decoder(
            Operations ops,
            ScalarType type,
            NDArray embedding,
            double embeddingScale,
            PositionScheme positions,
            List<Layer> layers,
            Norm norm,
            Linear head,
            List<PreallocatedCache.LayerShape> cache) {
        this(ops, type, embedding, embeddingScale, positions, layers, norm, head, 1, cache);
    }

    NDArray embed(NDArray ids) {
        NDArray rows = ops.embedding(ids, embedding);
        if (embeddingScale == 1) {
            return rows;
        }
        try (rows) {
            return ops.scale(rows, embeddingScale);
        }
    }

    /**
     * @param embeddings [batch, time, width], kept
     * @param mask with no zeros left out: empty if everything counts
     */
    CausalOutput run(
            CausalInput input,
            NDArray embeddings,
            Optional<NDArray> mask,
            NDArray positionIds,
            Optional<CrossMemory> memory) {
        NDManager owner = input.ids().getManager();
        List<NDArray> states = new ArrayList<>();
        try (NDManager scope = owner.newSubManager()) {
            Pass pass = pass(input, scope, mask, positionIds, memory);
            NDArray x = alias(positions.enter(alias(embeddings, scope), positionIds), scope);
            for (Layer layer : layers) {
                if (input.hiddenStates()) {
                    states.add(alias(x, owner));
                }
                x = step(layer, x, pass);
            }
            input.cache().ifPresent(c -> c.advance(input.time()));
            NDArray last = norm.apply(x);
            last.attach(owner);
            if (input.hiddenStates()) {
                states.add(last);
            }
            return new CausalOutput(logits(input.logits(), last), last, states);
        }
    }

    Pass pass(
            CausalInput input,
            NDManager scope,
            Optional<NDArray> mask,
            NDArray positionIds,
            Optional<CrossMemory> memory) {
        NDArray like = ops.cast(scope.create(0f), type);
        MaskShape shape = new MaskShape(mask, input.segments(), input.past(), input.time(), 0, true);
        return new Pass(
                ops,
                like,
                shape,
                positions.tables(alias(positionIds, scope), type),
                input.cache(),
                positions.bias(like, input.past(), input.time()),
                memory);
    }

    /** One layer, whose intermediate arrays end with it unless a gradient needs them. */
    static NDArray step(Layer layer, NDArray x, Pass pass) {
        NDManager outer = x.getManager();
        try (NDManager inner = outer.newSubManager()) {
            x.attach(inner);
            NDArray y = layer.apply(x, pass);
            y.attach(outer);
            return y;
        }
    }

    private Optional<NDArray> logits(CausalInput.LogitsOf wanted, NDArray last) {
        return switch (wanted) {
            case ALL -> Optional.of(vocabulary(last));
            case LAST -> {
                try (NDArray end = ops.last(last)) {
                    yield Optional.of(vocabulary(end));
                }
            }
            case NONE -> Optional.empty();
        };
    }

    NDArray vocabulary(NDArray x) {
        if (headScale == 1) {
            return head.apply(x);
        }
        try (NDArray scaled = ops.scale(x, headScale)) {
            return head.apply(scaled);
        }
    }

    /** The same array under another handle, so that either may be closed. */
    private NDArray alias(NDArray x, NDManager owner) {
        if (x.getManager() == owner) {
            return x;
        }
        NDArray alias = ops.alias(x);
        alias.attach(owner);
        return alias;
    }
}
