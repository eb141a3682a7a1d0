package dev.cadwright.neural.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;

/**
 * The operations that models are written in, each one call of native code and differentiable. Their mathematics is in
 * the resource {@code operations.torchscript}.
 *
 * <p><b>Ownership.</b> A result belongs to the manager of the first array argument: put the activation first, and what
 * a scope's activations produce dies with the scope.
 *
 * <p><b>Types.</b> Arrays may be of any type of {@link ScalarType}; arithmetic is in the type of the activation, with
 * norms, rotary tables and the loss in single precision, as transformers has them. Never ask DJL for the type of a
 * BFLOAT16 array: use {@link ForeignTensors#type}.
 *
 * <p>Thread-safe; gradients follow the thread's mode ({@link TorchRuntime#recordGradients}).
 */
public final class Operations implements AutoCloseable {
    private final TorchModule module;

    private Operations(TorchModule module) {
        this.module = module;
    }

    public static Operations load(NDManager manager) {
        String source = OpArchive.source(Operations.class, "operations.torchscript");
        return new Operations(TorchModule.load(manager, OpArchive.of(source, OpArchive.LATEST)));
    }

    /** The array in another type; the same array in a new handle where it has that type already. */
    public NDArray cast(NDArray x, ScalarType type) {
        return call(x, "cast", x, type.code());
    }

    /** The same array, with its graph, under another handle, so that either may be closed. */
    public NDArray alias(NDArray x) {
        return call(x, "alias", x);
    }

    /** Whether it has a graph, so that a pass back may begin at it; DJL knows that of parameters alone. */
    public boolean recorded(NDArray x) {
        try (NDArray answer = call(x, "recorded", x)) {
            return answer.getFloat() != 0;
        }
    }

    /** A copy in memory of its own. */
    public NDArray copy(NDArray x, ScalarType type) {
        return call(x, "copy", x, type.code());
    }

    /** Row-major: the same array in a new handle where it is so already. */
    public NDArray contiguous(NDArray x) {
        return call(x, "contiguous", x);
    }

    /** Rows of a table: ids [...], weight [entries, width] to [..., width]. */
    public NDArray embedding(NDArray ids, NDArray weight) {
        return call(ids, "embedding", ids, weight);
    }

    /** x Wᵀ + b: x [..., in], weight [out, in], bias [out]. */
    public NDArray linear(NDArray x, NDArray weight, Optional<NDArray> bias) {
        return call(x, "linear", x, weight, list(bias));
    }

    /** x W + b, the layout that GPT-2 stores: x [..., in], weight [in, out], bias [out]. */
    public NDArray transposedLinear(NDArray x, NDArray weight, NDArray bias) {
        return call(x, "conv1d", x, weight, bias);
    }

    public NDArray add(NDArray x, NDArray y) {
        return call(x, "add", x, y);
    }

    public NDArray scale(NDArray x, double factor) {
        return call(x, "scale", x, factor);
    }

    /**
     * Root-mean-square normalisation (Zhang and Sennrich, 2019) of the last dimension, in single precision.
     *
     * @param offset added to the weight; 0 rounds to the type of x before the weight, as Llama does, anything else
     *     after, as Gemma does
     */
    public NDArray rmsNorm(NDArray x, NDArray weight, double epsilon, double offset) {
        return call(x, "rms_norm", x, weight, epsilon, offset);
    }

    /** Layer normalisation (Ba et al., 2016) of the last dimension. */
    public NDArray layerNorm(NDArray x, NDArray weight, NDArray bias, double epsilon) {
        return call(x, "layer_norm", x, weight, bias, epsilon);
    }

    public NDArray activate(NDArray x, Activation activation) {
        return call(x, "activate", x, activation.ordinal());
    }

    /** activation(gate) · up, the inner part of a gated linear unit (Shazeer, 2020). */
    public NDArray gate(NDArray gate, NDArray up, Activation activation) {
        return call(gate, "gate", gate, up, activation.ordinal());
    }

    /** base^(2i/size) for i below size/2, in single precision: the periods of rotary positions over 2π. */
    public NDArray rotaryPeriods(NDManager owner, double base, int size) {
        try (NDArray anchor = owner.create(0f)) {
            return module.array(owner, "rotary_periods", anchor, base, size);
        }
    }

    /**
     * Cosines and sines of rotary positions (Su et al., 2021), [batch, 1, time, 2 · frequencies], the two halves equal.
     *
     * @param positions [batch, time]
     * @param scale of both tables; 1 but for yarn
     */
    public Rotary rotary(NDArray positions, NDArray frequencies, double scale, ScalarType type) {
        return rotary(module.arrays(positions.getManager(), "rotary", positions, frequencies, scale, type.code()));
    }

    /**
     * The same for positions in several dimensions, each of which turns a section of the frequencies (Qwen2-VL).
     *
     * @param positions [sections, batch, time]
     */
    public Rotary rotary(NDArray positions, NDArray frequencies, long[] sections, ScalarType type) {
        return rotary(module.arrays(
                positions.getManager(), "rotary_sections", positions, frequencies, sections, type.code()));
    }

    /**
     * The same for rows and columns side by side, in single precision: [1, 1, places, 4 · frequencies].
     *
     * @param places rows, then columns, [2, 1, places]
     */
    public Rotary rotaryAxes(NDArray places, NDArray frequencies) {
        return rotary(module.arrays(places.getManager(), "rotary_axes", places, frequencies));
    }

    private static Rotary rotary(NDArray[] tables) {
        return new Rotary(tables[0], tables[1]);
    }

    /** Turns the first dimensions of heads x [batch, heads, time, size], as many as the tables have. */
    public NDArray rotate(NDArray x, Rotary tables) {
        return call(x, "rotate", x, tables.cosines(), tables.sines());
    }

    /**
     * What may be looked at, to be added to the scores: 0 or the type's lowest number, [batch or 1, 1, time, total]. A
     * row that may look at nothing looks at everything alike, so no NaN arises.
     *
     * @param like an array of the wanted type and device
     */
    public NDArray mask(MaskShape shape, NDArray like) {
        return call(
                like,
                "mask",
                list(shape.padding()),
                list(shape.segments()),
                shape.past(),
                shape.time(),
                shape.past() + shape.time(),
                shape.window(),
                shape.causal(),
                ForeignTensors.type(like).lowest(),
                like);
    }

    /**
     * The learned bias of relative positions (Raffel et al., 2020), [1, heads, time, past + time].
     *
     * @param like its manager will own the result
     * @param table [buckets, heads]
     */
    public NDArray relativeBias(NDArray like, NDArray table, int past, int time, boolean bothWays, int farthest) {
        return call(like, "relative_bias", like, table, past, time, bothWays, farthest);
    }

    /** Labels as a decoder's input: moved one to the right behind the start, with -100 as padding. */
    public NDArray shiftRight(NDArray labels, long start, long padding) {
        return call(labels, "shift_right", labels, start, padding);
    }

    /**
     * The inside of multi-head attention between the projections: splits heads, normalises and turns queries and keys,
     * keeps keys and values in the cache, attends, merges heads. Where gradients are recorded, short rows are attended to
     * by plain products: the gradients of the fused kernel carry five times the noise, which Adam makes visible in the
     * bias of the keys, whose gradient is nothing but noise.
     *
     * @param q [batch, time, heads · size]
     * @param k [batch, time, kvHeads · size]
     * @param v like k
     * @return [batch, time, heads · size]
     */
    public NDArray attention(NDArray q, NDArray k, NDArray v, AttentionShape shape, AttentionState state) {
        return call(
                q,
                "attention",
                q,
                k,
                v,
                shape.heads(),
                shape.keyValueHeads(),
                shape.norms(),
                shape.normEpsilon(),
                state.rotary().map(Rotary::tables).orElse(List.of()),
                state.cache(),
                state.position(),
                list(state.mask()),
                state.mask().isEmpty() && shape.causal() && state.position() == 0,
                shape.scale());
    }

    /** Attention of q [batch, time, heads · size] to keys and values [batch, kvHeads, length, size]. */
    public NDArray crossAttention(NDArray q, NDArray keys, NDArray values, Optional<NDArray> mask, double scale) {
        return call(q, "cross_attention", q, keys, values, list(mask), scale);
    }

    /** [batch, time, heads · size] to [batch, heads, time, size]. */
    public NDArray heads(NDArray x, int heads) {
        return call(x, "heads", x, heads);
    }

    /**
     * Cross-entropy of logits [..., vocabulary] against labels [...] in single precision; labels of -100 do not count.
     *
     * @param mean over the labels that count, or else their sum
     */
    public NDArray crossEntropy(NDArray logits, NDArray labels, boolean mean) {
        return call(logits, "cross_entropy", logits, labels, mean);
    }

    /** Labels [batch, time] moved one to the left, so that each position's label is what follows it. */
    public NDArray shift(NDArray labels) {
        return call(labels, "shift", labels);
    }

    /** The first position of x [batch, time, width]: [batch, width]. */
    public NDArray first(NDArray x) {
        return call(x, "first", x);
    }

    /** A row [width] in front of each of x [batch, time, width]. */
    public NDArray prepend(NDArray x, NDArray row) {
        return call(x, "prepend", x, row);
    }

    /** Rows [1, time, width] repeated for each of x [batch, ...]. */
    public NDArray repeat(NDArray x, NDArray rows) {
        return call(x, "repeat", x, rows);
    }

    /** The last position of x [batch, time, ...]: [batch, 1, ...]. */
    public NDArray last(NDArray x) {
        return call(x, "last", x);
    }

    /** Part of one dimension, sharing memory. */
    public NDArray slice(NDArray x, int dimension, long start, long end) {
        return call(x, "slice", x, dimension, start, end);
    }

    /** Rows of y [rows, width] put, in order, where {@code where} [batch, time] of x [batch, time, width] is true. */
    public NDArray replace(NDArray x, NDArray where, NDArray y) {
        return call(x, "replace", x, where, y);
    }

    /** The last dimension in parts of these sizes. */
    public NDArray[] split(NDArray x, long... sizes) {
        return module.arrays(x.getManager(), "split", x, sizes);
    }

    /** Patch embedding: images [batch, channels, height, width], weight [width, channels, size, size] to rows. */
    public NDArray patches(NDArray images, NDArray weight, Optional<NDArray> bias, int size) {
        return call(images, "patches", images, weight, list(bias), size);
    }

    /** Embeddings of patches that are already flat: x [patches, ...], weight [width, ...]. */
    public NDArray flatPatches(NDArray x, NDArray weight) {
        return call(x, "flat_patches", x, weight);
    }

    /** Rows of x by number: x [rows, ...], numbers [n]. */
    public NDArray selectRows(NDArray x, NDArray numbers) {
        return call(x, "select_rows", x, numbers);
    }

    /** [x | sin(x f) | cos(x f)] with all frequencies of a coordinate side by side: x [..., d]. */
    public NDArray fourier(NDArray x, NDArray frequencies) {
        return call(x, "fourier", x, frequencies);
    }

    private NDArray call(NDArray first, String method, Object... arguments) {
        return module.array(first.getManager(), method, arguments);
    }

    private static List<NDArray> list(Optional<NDArray> array) {
        return array.map(List::of).orElse(List.of());
    }

    @Override
    public void close() {
        module.close();
    }
}
