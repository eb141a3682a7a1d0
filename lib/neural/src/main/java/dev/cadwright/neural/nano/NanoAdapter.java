package dev.cadwright.neural.nano;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Low-rank additions to some weights (LoRA; Hu and others, 2021): {@code y = W x + scale · up · down · x}.
 *
 * @param down for every weight of the model its A [rank, in], or an empty tensor; no list entries for no adapter
 * @param up likewise B [out, rank]
 * @param dropout probability of dropping an input of the adapter while training
 */
public record NanoAdapter(List<NDArray> down, List<NDArray> up, double scale, double dropout) {
    public static final NanoAdapter NONE = new NanoAdapter(List.of(), List.of(), 1, 0);

    public NanoAdapter {
        down = List.copyOf(down);
        up = List.copyOf(up);
    }
}
