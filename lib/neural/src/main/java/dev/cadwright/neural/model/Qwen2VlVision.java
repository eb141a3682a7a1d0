package dev.cadwright.neural.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.tensor.Activation;
import dev.cadwright.neural.tensor.AttentionShape;
import dev.cadwright.neural.tensor.Operations;
import dev.cadwright.neural.tensor.Rotary;
import dev.cadwright.neural.tensor.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The vision tower of Qwen2-VL (Wang et al., 2024): patches of images and videos of any size, turned by their row and
 * column, each image or pair of frames looking at itself alone; squares of patches merged into one token.
 *
 * @param patches patch [channels · frames · size · size] to width
 * @param frequencies by which rows and columns turn, half each
 */
record Qwen2VlVision(
        Operations ops,
        NDArray patches,
        NDArray frequencies,
        Encoder encoder,
        Norm norm,
        FeedForward merger,
        int merge,
        ScalarType type) {
    private static final double BASE = 10_000;
    private static final double EPSILON = 1e-6;

    static Qwen2VlVision of(Weights weights, Configuration configuration) {
        int width = configuration.size("embed_dim");
        int heads = configuration.size("num_heads");
        NDArray patches = weights.tensor("patch_embed.proj.weight");
        Activation activation = Activation.named(configuration.string("hidden_act", "quick_gelu"));
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < configuration.size("depth"); i++) {
            layers.add(block(weights.at("blocks", i), i, width, heads, activation));
        }
        RotaryParameters turning =
                new RotaryParameters(BASE, width / heads / 2, new RotaryParameters.Scaling.None(), List.of());
        float[] frequencies = RotaryFrequencies.of(turning, weights.ops(), weights.manager(), 0);
        Weights merger = weights.at("merger");
        return new Qwen2VlVision(
                weights.ops(),
                patches,
                weights.manager().create(frequencies),
                new Encoder(weights.ops(), layers),
                Norm.Layer.of(merger, "ln_q", EPSILON),
                new FeedForward.Plain(weights.ops(), merger.linear("mlp.0"), merger.linear("mlp.2"), Activation.GELU),
                configuration.size("spatial_merge_size", 2),
                weights.type());
    }

    private static Layer block(Weights weights, int index, int width, int heads, Activation activation) {
        return new Layer.PreNorm(
                weights.ops(),
                Norm.Layer.of(weights, "norm1", EPSILON),
                new SelfAttention(
                        weights.ops(),
                        index,
                        new SelfAttention.QueryKeyValue.Fused(weights.ops(), weights.linear("attn.qkv"), width, width),
                        weights.linear("attn.proj"),
                        new AttentionShape(heads, heads, false, Math.sqrt((double) heads / width)),
                        0),
                Norm.Layer.of(weights, "norm2", EPSILON),
                new FeedForward.Plain(weights.ops(), weights.linear("mlp.fc1"), weights.linear("mlp.fc2"), activation));
    }

    /**
     * Features [tokens, width] of the images one behind another.
     *
     * @param pixels patches [all, channels · frames · size · size], in squares that merge
     * @param grids frames, rows and columns of patches of each image, [images, 3]
     */
    NDArray apply(NDArray pixels, NDArray grids) {
        NDManager owner = pixels.getManager();
        try (NDManager scope = owner.newSubManager()) {
            List<long[]> sizes = sizes(grids, pixels.getShape().get(0));
            NDArray own = ops.alias(pixels);
            own.attach(scope);
            NDArray x = ops.flatPatches(own, patches).expandDims(0);
            Rotary rotary = ops.rotaryAxes(places(scope, sizes), frequencies);
            NDArray state = encoder.segmented(x, segments(scope, sizes), rotary);
            long squares = pixels.getShape().get(0) / ((long) merge * merge);
            NDArray features = merger.apply(norm.apply(state).reshape(squares, -1));
            features.attach(owner);
            return features;
        }
    }

    private List<long[]> sizes(NDArray grids, long patchCount) {
        long[] numbers = grids.toLongArray();
        List<long[]> sizes = new ArrayList<>();
        long all = 0;
        for (int i = 0; i + 2 < numbers.length; i += 3) {
            long[] size = {numbers[i], numbers[i + 1], numbers[i + 2]};
            if (size[0] < 1 || size[1] < 1 || size[2] < 1 || size[1] % merge != 0 || size[2] % merge != 0) {
                throw new NeuralException(
                        "bad_input",
                        "no squares of " + merge + " in a grid of " + size[1] + " by " + size[2] + " patches");
            }
            all += size[0] * size[1] * size[2];
            sizes.add(size);
        }
        if (all != patchCount) {
            throw new NeuralException("bad_input", patchCount + " patches for grids of " + all);
        }
        return sizes;
    }

    /** Rows, then columns, of every patch: [2, 1, patches]. */
    private NDArray places(NDManager owner, List<long[]> sizes) {
        List<long[]> places = new ArrayList<>();
        for (long[] size : sizes) {
            for (long frame = 0; frame < size[0]; frame++) {
                addFrame(places, size[1], size[2]);
            }
        }
        long[] flat = new long[2 * places.size()];
        for (int i = 0; i < places.size(); i++) {
            flat[i] = places.get(i)[0];
            flat[places.size() + i] = places.get(i)[1];
        }
        return owner.create(flat, new Shape(2, 1, places.size()));
    }

    /** Square after square, in each row after row. */
    private void addFrame(List<long[]> places, long rows, long columns) {
        for (long row = 0; row < rows; row += merge) {
            for (long column = 0; column < columns; column += merge) {
                for (int i = 0; i < merge * merge; i++) {
                    places.add(new long[] {row + i / merge, column + i % merge});
                }
            }
        }
    }

    /** The number of its frame for every patch: [1, patches]. */
    private static NDArray segments(NDManager owner, List<long[]> sizes) {
        List<Long> segments = new ArrayList<>();
        long number = 0;
        for (long[] size : sizes) {
            for (long frame = 0; frame < size[0]; frame++, number++) {
                for (long i = 0; i < size[1] * size[2]; i++) {
                    segments.add(number);
                }
            }
        }
        long[] flat = segments.stream().mapToLong(Long::longValue).toArray();
        return owner.create(flat, new Shape(1, flat.length));
    }

    /** Images and videos in the place of their tokens, and the positions that follow from their sizes. */
    record Media(Operations ops, Qwen2VlVision tower, long imageToken, long videoToken) implements MediaEncoder {
        @Override
        public Prompt place(CausalInput input, Prompt prompt) {
            Prompt images = place(input, prompt, "pixel_values", "image_grid_thw", imageToken);
            return place(input, images, "pixel_values_videos", "video_grid_thw", videoToken);
        }

        private Prompt place(CausalInput input, Prompt prompt, String pixels, String grids, long token) {
            if (!input.media().containsKey(pixels)) {
                return prompt;
            }
            if (!input.media().containsKey(grids)) {
                throw new NeuralException("bad_input", pixels + " need " + grids);
            }
            NDArray features =
                    tower.apply(input.media().get(pixels), input.media().get(grids));
            NDArray where = input.ids().eq(token);
            long places = where.countNonzero().getLong();
            if (places != features.getShape().get(0)) {
                throw new NeuralException(
                        "bad_input", features.getShape().get(0) + " image features for " + places + " tokens");
            }
            return new Prompt(ops.replace(prompt.embeddings(), where, features), prompt.mask());
        }

        @Override
        public Optional<PromptPositions> positions(CausalInput input) {
            boolean any =
                    input.media().containsKey("image_grid_thw") || input.media().containsKey("video_grid_thw");
            return any
                    ? Optional.of(MultimodalPositions.of(input, imageToken, videoToken, tower.merge()))
                    : Optional.empty();
        }
    }
}
