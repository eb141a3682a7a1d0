package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tensor.AttentionState;
import dev.cadwright.neural.tensor.MaskShape;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.Rotary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the layers share in one forward pass: positions, masks by window, the cache. */
final class Pass {
    private final Operations ops;
    private final NDArray like;
    private final MaskShape everything;
    private final Optional<Rotary> rotary;
    private final Optional<KeyValueCache> cache;
    private final Optional<NDArray> bias;
    private final Optional<CrossMemory> memory;
    private final Map<Integer, Optional<NDArray>> masks = new HashMap<>();

    /**
     * @param like lives as long as the pass, in the type of computing
     * @param everything the mask of a layer that looks back as far as it can
     * @param bias added to the scores of every layer, [1, heads, time, past + time]
     * @param memory what a decoder attends to beside itself
     */
    Pass(
            Operations ops,
            NDArray like,
            MaskShape everything,
            Optional<Rotary> rotary,
            Optional<KeyValueCache> cache,
            Optional<NDArray> bias,
            Optional<CrossMemory> memory) {
        this.ops = ops;
        this.like = like;
        this.everything = everything;
        this.rotary = rotary;
        this.cache = cache;
        this.bias = bias;
        this.memory = memory;
        cache.filter(c -> c.capacity() - c.length() < everything.time()).ifPresent(c -> {
            throw new NeuralException(
                    "cache_full",
                    "the cache holds " + c.length() + " of " + c.capacity() + " positions, " + everything.time()
                            + " more do not fit");
        });
    }

    AttentionState state(int layer, int window) {
        return new AttentionState(
                rotary,
                cache.map(c -> c.layer(layer)).orElse(List.of()),
                everything.past(),
                masks.computeIfAbsent(window, this::mask));
    }

    CrossMemory memory() {
        return memory.orElseThrow(() -> new IllegalStateException("this pass has nothing to attend to"));
    }

    /** None where attention that only looks backwards, or at all there is, needs none. */
    private Optional<NDArray> mask(int window) {
        int total = everything.past() + everything.time();
        boolean cut = window > 0 && total > window;
        boolean implied = everything.past() == 0 && bias.isEmpty();
        boolean staircase = everything.causal() && everything.time() > 1 && !implied;
        boolean plain = everything.padding().isEmpty() && everything.segments().isEmpty();
        if (plain && !cut && !staircase) {
            return bias;
        }
        MaskShape shape = new MaskShape(
                everything.padding(),
                everything.segments(),
                everything.past(),
                everything.time(),
                cut ? window : 0,
                everything.causal());
        NDArray mask = ops.mask(shape, like);
        return Optional.of(bias.map(b -> ops.add(b, mask)).orElse(mask));
    }
}
