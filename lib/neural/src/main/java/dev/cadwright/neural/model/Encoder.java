package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.cadwright.neural.tensor.MaskShape;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.Rotary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stack of layers that look both ways. */
record Encoder(Operations ops, List<Layer> layers) {
    /**
     * All states from the embeddings on, without a final norm.
     *
     * @param x [batch, time, width], kept
     * @param wanted whether those between layers are wanted too; without, only the last is returned
     */
    List<NDArray> states(
            NDArray x,
            Optional<NDArray> mask,
            Optional<Rotary> rotary,
            Optional<PositionScheme> positions,
            boolean wanted) {
        NDManager owner = x.getManager();
        List<NDArray> states = new ArrayList<>();
        try (NDManager scope = owner.newSubManager()) {
            int time = Math.toIntExact(x.getShape().get(1));
            NDArray like = ops.alias(x);
            like.attach(scope);
            MaskShape shape = new MaskShape(mask, Optional.empty(), 0, time, 0, false);
            Pass pass = new Pass(
                    ops,
                    like,
                    shape,
                    rotary,
                    Optional.empty(),
                    positions.flatMap(p -> p.bias(like, 0, time)),
                    Optional.empty());
            NDArray h = ops.alias(x);
            h.attach(scope);
            for (Layer layer : layers) {
                if (wanted) {
                    states.add(kept(h, owner));
                }
                h = Decoder.step(layer, h, pass);
            }
            states.add(kept(h, owner));
            return states;
        }
    }

    /** The last state, where each position looks only at its own segment: x [1, time, width], segments [1, time]. */
    NDArray segmented(NDArray x, NDArray segments, Rotary rotary) {
        int time = Math.toIntExact(x.getShape().get(1));
        MaskShape shape = new MaskShape(Optional.empty(), Optional.of(segments), 0, time, 0, false);
        Pass pass = new Pass(ops, x, shape, Optional.of(rotary), Optional.empty(), Optional.empty(), Optional.empty());
        NDArray h = ops.alias(x);
        for (Layer layer : layers) {
            h = Decoder.step(layer, h, pass);
        }
        return h;
    }

    private NDArray kept(NDArray x, NDManager owner) {
        NDArray alias = ops.alias(x);
        alias.attach(owner);
        return alias;
    }
}
